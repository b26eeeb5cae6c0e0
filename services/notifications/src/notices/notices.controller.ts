import { NoBody, NoticesQuery, NoticeView, type PageOf, pageOf, UnreadView } from '@aigaq/api';
import { AnyActor, CurrentActor, ServiceController } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { Answers } from '@aigaq/service';
import { Body, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { NoticesService } from './notices.service.js';

@ServiceController('notifications')
export class NoticesController {
  constructor(private readonly notices: NoticesService) {}

  @Get('notices')
  @AnyActor()
  @Answers(pageOf(NoticeView))
  list(@CurrentActor() actor: Actor, @Query({ schema: NoticesQuery }) query: NoticesQuery): Promise<PageOf<NoticeView>> {
    return this.notices.list(actor, query);
  }

  @Get('unread')
  @AnyActor()
  @Answers(UnreadView)
  async unread(@CurrentActor() actor: Actor): Promise<{ count: number }> {
    return { count: await this.notices.countUnread(actor) };
  }

  @Post('notices/read-all')
  @AnyActor()
  @HttpCode(204)
  readAll(@CurrentActor() actor: Actor, @Body({ schema: NoBody }) _body: object): Promise<void> {
    return this.notices.markAllRead(actor);
  }

  @Post('notices/:id/read')
  @AnyActor()
  @HttpCode(204)
  read(@CurrentActor() actor: Actor, @Param('id') id: string, @Body({ schema: NoBody }) _body: object): Promise<void> {
    return this.notices.markRead(actor, id);
  }
}
