import { DirectoryModule } from '@aigaq/directory';
import { databaseModule, OutboxModule } from '@aigaq/service';
import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { ChangesConsumer } from './live/changes.consumer.js';
import { LiveController } from './live/live.controller.js';
import { LiveStream } from './live/live-stream.service.js';
import { LettersService } from './notices/letters.service.js';
import { NOTICE, noticeSchema } from './notices/notice.schema.js';
import { NoticesConsumer } from './notices/notices.consumer.js';
import { NoticesController } from './notices/notices.controller.js';
import { NoticesRepository } from './notices/notices.repository.js';
import { NoticesService } from './notices/notices.service.js';
import { Occasions } from './notices/occasions.service.js';
import { PeopleConsumer } from './notices/people.consumer.js';
import { RequestsConsumer } from './notices/requests.consumer.js';

/** Notices to people: inbox, live stream and letters. */
@Module({
  imports: [
    databaseModule('notifications'),
    OutboxModule.forService('notifications'),
    DirectoryModule.forService('notifications'),
    MongooseModule.forFeature([{ name: NOTICE, schema: noticeSchema }], 'notifications'),
  ],
  controllers: [NoticesController, NoticesConsumer, RequestsConsumer, PeopleConsumer, LiveController, ChangesConsumer],
  providers: [NoticesService, NoticesRepository, Occasions, LettersService, LiveStream],
})
export class NotificationsModule {}
