import { ActorSource } from '@aigaq/identity';
import { Clock } from '@aigaq/kernel';
import { type DynamicModule, Module } from '@nestjs/common';
import { getModelToken, MongooseModule } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { ActorCache } from './actor-cache.js';
import { directoryConsumer } from './directory.consumer.js';
import { DirectoryCopy } from './directory-copy.js';
import { Directory } from './directory.js';
import {
  BodySchema,
  ClearanceSchema,
  HeadSchema,
  MembershipSchema,
  type StoredBody,
  type StoredClearance,
  type StoredHead,
  type StoredMembership,
} from './directory.schema.js';

const BODY = 'DirectoryBody';
const HEAD = 'DirectoryHead';
const MEMBERSHIP = 'DirectoryMembership';
const CLEARANCE = 'DirectoryClearance';

type Models = [Model<StoredBody>, Model<StoredHead>, Model<StoredMembership>, Model<StoredClearance>];

function named([bodies, heads, memberships, clearances]: Models) {
  return { bodies, heads, memberships, clearances };
}

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
    const models = [BODY, HEAD, MEMBERSHIP, CLEARANCE].map((name) => getModelToken(name, service));
    return {
      module: DirectoryModule,
      imports: [
        MongooseModule.forFeature(
          [
            { name: BODY, schema: BodySchema },
            { name: HEAD, schema: HeadSchema },
            { name: MEMBERSHIP, schema: MembershipSchema },
            { name: CLEARANCE, schema: ClearanceSchema },
          ],
          service,
        ),
      ],
      controllers: [directoryConsumer(service)],
      providers: [
        ActorCache,
        {
          provide: Directory,
          inject: [Clock, ActorCache, ...models],
          useFactory: (clock: Clock, cache: ActorCache, ...given: Models) => new Directory(named(given), clock, cache),
        },
        { provide: ActorSource, useExisting: Directory },
        {
          provide: DirectoryCopy,
          inject: [ActorCache, ...models],
          useFactory: (cache: ActorCache, ...given: Models) => new DirectoryCopy(named(given), cache),
        },
      ],
      exports: [Directory, ActorSource, DirectoryCopy],
    };
  }
}
