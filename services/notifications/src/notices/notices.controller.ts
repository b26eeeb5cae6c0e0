import { NoBody, NoticesQuery, type NoticeView, type PageOf } from '@aigaq/api';
import { CurrentActor, ServiceController } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { Body, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { NoticesService } from './notices.service.js';

@ServiceController('notifications')
export class NoticesController {
  constructor(private readonly notices: NoticesService) {}

  @Get('notices')
  list(@CurrentActor() actor: Actor, @Query({ schema: NoticesQuery }) query: NoticesQuery): Promise<PageOf<NoticeView>> {
    return this.notices.list(actor, query);
  }

  @Get('unread')
  async unread(@CurrentActor() actor: Actor): Promise<{ count: number }> {
    return { count: await this.notices.countUnread(actor) };
  }

  @Post('notices/read-all')
  @HttpCode(204)
  readAll(@CurrentActor() actor: Actor, @Body({ schema: NoBody }) _body: object): Promise<void> {
    return this.notices.markAllRead(actor);
  }

  @Post('notices/:id/read')
  @HttpCode(204)
  read(@CurrentActor() actor: Actor, @Param('id') id: string, @Body({ schema: NoBody }) _body: object): Promise<void> {
    return this.notices.markRead(actor, id);
  }
}
