import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AssignmentSubmitted, AssignmentSubmittedSchema, event, ObjectReadSchema } from '@aigaq/contracts';
import { currentTrace, type EventContext, EventTransport, LocalTransport, OnEvent } from '@aigaq/events';
import { Clock, DomainError, SetClock, sortableId } from '@aigaq/kernel';
import {
  Body,
  type CanActivate,
  Controller,
  type ExecutionContext,
  Get,
  Inject,
  Injectable,
  Module,
  NotFoundException,
  Param,
  Post,
  UseGuards,
} from '@nestjs/common';
import { InjectModel, MongooseModule } from '@nestjs/mongoose';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Model } from 'mongoose';
import { z } from 'zod';
import {
  AccessLog,
  Aggregates,
  aggregateSchema,
  createService,
  databaseModule,
  DatabaseSettings,
  DoorsModule,
  OutboxModule,
  OutboxRelay,
  Reads,
  type Stored,
} from '../src/index.js';
import { MONGODB_URI, until, withDatabase } from './database.js';
import { ABSENT, ACTOR, heard, THING_FIELDS, type Thing, thing } from './things.js';

const NewThing = z.strictObject({ id: z.string().max(10), parts: z.array(z.strictObject({ size: z.int().min(1) })).default([]) });
type NewThing = z.infer<typeof NewThing>;

class KnownGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<{ actor?: unknown; headers: Record<string, string> }>();
    if (request.headers['authorization'] === 'nobody') {
      throw Object.assign(new Error('no token'), { status: 401, code: 'request.unauthenticated' });
    }
    request.actor = ACTOR;
    return true;
  }
}

@Injectable()
class ThingsRepository {
  readonly things: Aggregates<Thing>;

  constructor(@InjectModel('Thing', 'demo') model: Model<Stored<Thing>>, @Inject(OutboxRelay) relay: OutboxRelay) {
    this.things = new Aggregates<Thing>(model, relay);
  }
}

const FAULTS: Record<string, () => Error> = {
  missing: () => ABSENT,
  outage: () => Object.assign(new Error('secret host'), { code: 'ECONNREFUSED' }),
  broken: () => new TypeError('secret detail'),
  nest: () => new NotFoundException('secret'),
  conflict: () => new DomainError('conflict', 'aggregate.conflict', 'No.', { id: 'a' }),
};

@Controller('demo/things')
@UseGuards(KnownGuard)
class ThingsController {
  constructor(@Inject(ThingsRepository) private readonly repository: ThingsRepository) {}

  @Post()
  async create(@Body({ schema: NewThing }) body: NewThing): Promise<{ id: string }> {
    const submitted = event(AssignmentSubmittedSchema, { assignmentId: body.id });
    await this.repository.things.create(ACTOR, thing(body.id, 'new', [submitted]), () => new DomainError('conflict', 'aggregate.conflict', 'No.'));
    return { id: body.id };
  }

  @Get(':id')
  @Reads('thing', 'id')
  find(@Param('id') id: string): object {
    const fault = FAULTS[id];
    if (fault) {
      throw fault();
    }
    return { id, organisationId: 'agency' };
  }
}

interface Heard {
  method: string;
  payload: unknown;
  context: EventContext;
  trace: object;
}
const heardEvents: Heard[] = [];

@Controller()
class DemoConsumer {
  @OnEvent('demo', AssignmentSubmittedSchema)
  onAssignmentSubmitted(payload: AssignmentSubmitted, context: EventContext): void {
    heardEvents.push({ method: 'submitted', payload, context, trace: currentTrace() });
    if (payload.assignmentId === 'poison') {
      throw new DomainError('invalid', 'demo.poison', 'Never.');
    }
  }

  @OnEvent('demo', ObjectReadSchema)
  onObjectRead(payload: unknown, context: EventContext): Promise<void> {
    heardEvents.push({ method: 'read', payload, context, trace: currentTrace() });
    return Promise.resolve();
  }
}

@Controller()
class OtherConsumer {
  @OnEvent('other', AssignmentSubmittedSchema)
  onAssignmentSubmitted(payload: AssignmentSubmitted, context: EventContext): void {
    heardEvents.push({ method: 'other', payload, context, trace: currentTrace() });
  }
}

@Module({
  imports: [databaseModule('demo'), OutboxModule.forService('demo'), MongooseModule.forFeature([{ name: 'Thing', schema: aggregateSchema(THING_FIELDS, 'things') }], 'demo')],
  controllers: [ThingsController, DemoConsumer, OtherConsumer],
  providers: [ThingsRepository],
})
class DemoModule {}

withDatabase('a service process', () => {
  let folder: string;
  let app: NestFastifyApplication;
  let transport: LocalTransport;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'aigaq-service-'));
    transport = new LocalTransport({ folder });
    const doors = DoorsModule.forRoot([
      { provide: DatabaseSettings, useValue: new DatabaseSettings(MONGODB_URI, `test_${sortableId().slice(-12)}`) },
      { provide: EventTransport, useValue: transport },
      { provide: Clock, useValue: new SetClock(new Date('2026-03-01T09:00:00Z')) },
    ]);
    app = await createService({ module: DemoModule, imports: [doors] }, { name: 'demo', logLevel: 'silent' });
  });
  afterAll(async () => {
    await app.get(ThingsRepository)['things']['model'].db.dropDatabase();
    await app.close();
    await rm(folder, { recursive: true });
  });
  beforeEach(() => heardEvents.splice(0));

  const get = (url: string, headers: Record<string, string> = {}) => app.inject({ method: 'GET', url, headers });
  const post = (payload: unknown, headers: Record<string, string> = {}) =>
    app.inject({ method: 'POST', url: '/api/demo/things', payload: payload as object, headers });

  it('says that it lives and is ready', async () => {
    expect((await get('/api/demo/health/live')).json()).toEqual({ status: 'live' });
    const ready = await get('/api/demo/health/ready');
    expect([ready.statusCode, ready.json()]).toEqual([200, { status: 'ready', parts: { 'database demo': true, events: true } }]);
  });

  it('brings a stored event to the listening methods of every group, decoded, with its author and its trace', async () => {
    const answer = await post({ id: 'a' }, { 'x-correlation-id': 'portal-12345' });
    expect([answer.statusCode, answer.json(), answer.headers['x-correlation-id']]).toEqual([201, { id: 'a' }, 'portal-12345']);
    await until(() => heardEvents.length === 2);
    expect(heardEvents.map(({ method }) => method).sort()).toEqual(['other', 'submitted']);
    const { payload, context, trace } = heardEvents.find(({ method }) => method === 'submitted') as Heard;
    expect(payload).toMatchObject({ $typeName: 'aigaq.tasks.v1.AssignmentSubmitted', assignmentId: 'a' });
    expect([context.group, context.actor, context.event.key, context.event.correlationId]).toEqual(['demo', { id: 'p1', name: 'Айгүл С.' }, 'a', 'portal-12345']);
    expect(trace).toEqual({ correlationId: 'portal-12345', causationId: context.id });
  });

  it('lets an event that its listener refuses become a dead letter of that group alone', async () => {
    await post({ id: 'poison' });
    await until(async () => (await transport.deadLetters().list()).length === 1);
    expect(await transport.deadLetters().list()).toMatchObject([{ group: 'demo', reason: 'refused', error: 'demo.poison: Never. {}', tries: 1 }]);
    expect(heardEvents.map(({ method }) => method).sort()).toEqual(['other', 'submitted']);
    const things = app.get(ThingsRepository)['things']['model'].db.collection('things');
    await until(async () => (await things.countDocuments({ 'outbox.id': { $gt: '' } })) === 0);
  });

  it('aside an event that cannot be decoded is set at once', async () => {
    const event = { ...heard('x', 'y'), payload: { actorId: 5 }, id: 'broken', time: '', key: 'k', correlationId: 'c', actor: ACTOR };
    await transport.publish('audit.events', [event]);
    expect((await transport.deadLetters().list()).at(-1)).toMatchObject({ reason: 'undecodable', tries: 1, event: { id: 'broken' } });
  });

  it('records a read before it answers, and no refused one', async () => {
    expect((await get('/api/demo/things/a')).json()).toEqual({ id: 'a', organisationId: 'agency' });
    await get('/api/demo/things/missing');
    await until(() => heardEvents.length > 0);
    expect(heardEvents.map(({ payload }) => payload)).toMatchObject([
      { actorId: 'p1', act: 'read', thing: 'thing', thingId: 'a', organisationId: 'agency' },
    ]);
    expect(app.get(AccessLog, { strict: false })).toBeInstanceOf(AccessLog);
  });

  it.each([
    ['ru', 'Некоторые поля заполнены неверно. Проверьте отмеченные поля.', 'Такое поле не предусмотрено'],
    ['kk-KZ, ru;q=0.5', 'Кейбір өрістер дұрыс толтырылмаған. Белгіленген өрістерді тексеріңіз.', 'Мұндай өріс қарастырылмаған'],
  ])('names the wrong fields of a body in %s', async (language, detail, unknown) => {
    const answer = await post({ parts: [{ size: 0 }], extra: 1 }, { 'accept-language': language });
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.json()).toEqual({
      type: 'urn:aigaq:problem:request.invalid',
      title: expect.any(String),
      status: 400,
      code: 'request.invalid',
      detail,
      fields: [
        { path: 'id', message: expect.any(String) },
        { path: 'parts.0.size', message: expect.any(String) },
        { path: 'extra', message: unknown },
      ],
      correlationId: answer.headers['x-correlation-id'],
    });
  });

  it.each([
    ['missing', 404, 'thing.not_found'],
    ['conflict', 409, 'aggregate.conflict'],
    ['outage', 503, 'server.unavailable'],
    ['broken', 500, 'server.failed'],
    ['nest', 404, 'request.not_found'],
  ])('answers %s with %i %s and no inner detail', async (id, status, code) => {
    const answer = await get(`/api/demo/things/${id}`, { 'accept-language': 'ru' });
    expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
    expect(answer.body).not.toContain('secret');
    expect(answer.json().correlationId).toBe(answer.headers['x-correlation-id']);
  });

  it.each([
    ['an unknown address', { method: 'GET', url: '/api/demo/nothing' }, 404, 'request.not_found'],
    ['a body that is not JSON', { method: 'POST', url: '/api/demo/things', payload: '{', headers: { 'content-type': 'application/json' } }, 400, 'request.malformed'],
    ['a type that is not taken', { method: 'POST', url: '/api/demo/things', payload: 'x', headers: { 'content-type': 'text/csv' } }, 415, 'request.wrong_type'],
    ['more than 1 MB', { method: 'POST', url: '/api/demo/things', payload: { id: 'x'.repeat(1_100_000) } }, 413, 'request.too_large'],
    ['nobody', { method: 'GET', url: '/api/demo/things/a', headers: { authorization: 'nobody' } }, 401, 'request.unauthenticated'],
    ['a prototype in the body', { method: 'POST', url: '/api/demo/things', payload: '{"__proto__":{"a":1}}', headers: { 'content-type': 'application/json' } }, 400, 'request.malformed'],
  ])('refuses %s', async (_, request, status, code) => {
    const answer = await app.inject(request as never);
    expect([answer.statusCode, answer.json().code, answer.headers['content-type']]).toEqual([status, code, 'application/problem+json; charset=utf-8']);
  });

  it('makes a correlation id when the one given is none', async () => {
    const answer = await get('/api/demo/health/live', { 'x-correlation-id': 'bad id\t' });
    expect(answer.headers['x-correlation-id']).toMatch(/^[0-9a-f-]{36}$/);
  });
});
