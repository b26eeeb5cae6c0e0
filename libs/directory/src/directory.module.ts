import { ActorSource } from '@aigaq/identity';
import { Clock } from '@aigaq/kernel';
import { type DynamicModule, Module } from '@nestjs/common';
import { getModelToken, MongooseModule } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { ActorCache } from './actor-cache.js';
import { directoryConsumer } from './directory.consumer.js';
import { DirectoryCopy } from './directory-copy.js';
import { Directory } from './directory.js';
import { BodySchema, HeadSchema, MembershipSchema, type StoredBody, type StoredHead, type StoredMembership } from './directory.schema.js';

const BODY = 'DirectoryBody';
const HEAD = 'DirectoryHead';
const MEMBERSHIP = 'DirectoryMembership';

/** The copy of a service, on its own connection and in its own consumer group. */
@Module({})
export class DirectoryModule {
  private static readonly made = new Map<string, DynamicModule>();

  /** @param service its connection and its consumer group; the same name gives the same module */
  static forService(service: string): DynamicModule {
    const made = DirectoryModule.made.get(service) ?? DirectoryModule.make(service);
    DirectoryModule.made.set(service, made);
    return made;
  }

  private static make(service: string): DynamicModule {
    const models = [BODY, HEAD, MEMBERSHIP].map((name) => getModelToken(name, service));
    return {
      module: DirectoryModule,
      imports: [
        MongooseModule.forFeature(
          [
            { name: BODY, schema: BodySchema },
            { name: HEAD, schema: HeadSchema },
            { name: MEMBERSHIP, schema: MembershipSchema },
          ],
          service,
        ),
      ],
      controllers: [directoryConsumer(service)],
      providers: [
        ActorCache,
        {
          provide: Directory,
          inject: [...models, Clock, ActorCache],
          useFactory: (bodies: Model<StoredBody>, heads: Model<StoredHead>, memberships: Model<StoredMembership>, clock: Clock, cache: ActorCache) =>
            new Directory({ bodies, heads, memberships }, clock, cache),
        },
        { provide: ActorSource, useExisting: Directory },
        {
          provide: DirectoryCopy,
          inject: [...models, ActorCache],
          useFactory: (bodies: Model<StoredBody>, heads: Model<StoredHead>, memberships: Model<StoredMembership>, cache: ActorCache) =>
            new DirectoryCopy({ bodies, heads, memberships }, cache),
        },
      ],
      exports: [Directory, ActorSource, DirectoryCopy],
    };
  }
}
