import type { Actor } from '@aigaq/kernel';
import { Get, Module } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { ActorSource, AnyActor, CurrentActor, CurrentToken, KeycloakVerifier, Open, Requires, ServiceController, StepUp, TokenVerifier, type VerifiedToken } from '../src/index.js';
import { type TestIssuer, testIssuer } from './test-issuer.js';

@ServiceController('things')
class ThingsController {
  @Get()
  @AnyActor()
  who(@CurrentActor() actor: Actor, @CurrentToken() token: VerifiedToken): object {
    return { ...actor, locale: token.locale };
  }

  @Get('reviews')
  @Requires('assignment.review')
  reviews(): object {
    return {};
  }

  @Get('audit')
  @Requires('audit.read')
  audit(): object {
    return {};
  }

  @AnyActor()
  @StepUp('card.publish')
  @Get('weighty')
  weighty(): object {
    return {};
  }

  @Open()
  @Get('open')
  open(@CurrentActor() actor: Actor): object {
    return actor;
  }
}

class OneBody extends ActorSource {
  actorOf(id: string, name: string): Promise<Actor> {
    return Promise.resolve({ id, name, memberships: [{ organisationId: 'agency', role: 'curator' }] });
  }
}

describe('guard', () => {
  let server: TestIssuer;
  let app: NestFastifyApplication;
  beforeAll(async () => {
    server = await testIssuer();
    const verifier = new KeycloakVerifier({ issuer: server.issuer, keysUrl: server.keysUrl, audience: 'aigaq-api' });
    @Module({
      controllers: [ThingsController],
      providers: [
        { provide: TokenVerifier, useValue: verifier },
        { provide: ActorSource, useClass: OneBody },
      ],
    })
    class ThingsModule {}
    const module = await Test.createTestingModule({ imports: [ThingsModule] }).compile();
    app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { logger: false });
    await app.init();
  });
  afterAll(async () => {
    await app.close();
    await server.stop();
  });

  const get = (url: string, token?: string) =>
    app.inject({ method: 'GET', url, headers: token === undefined ? {} : { authorization: `Bearer ${token}` } });

  it('gives the actor with the memberships of the own copy', async () => {
    expect((await get('/things', await server.sign())).json()).toEqual({
      id: '6f1c1a3e-0000-4000-8000-000000000001',
      name: 'Айгүл Серікова',
      memberships: [{ organisationId: 'agency', role: 'curator' }],
      locale: 'kk',
    });
  });

  it('lets nobody through without a token', async () => {
    expect((await get('/things')).statusCode).not.toBe(200);
  });

  it('lets through whoever has the act in some body, and nobody else', async () => {
    expect((await get('/things/reviews', await server.sign())).statusCode).toBe(200);
    // Without the filter of a service the refusal has no form of its own.
    expect((await get('/things/audit', await server.sign())).statusCode).not.toBe(200);
    expect((await get('/things/audit')).statusCode).not.toBe(200);
  });

  it('refuses a program with an endpoint that does not say what it asks for', () => {
    class Silent {
      list(): object {
        return {};
      }
    }
    Get()(Silent.prototype, 'list', Object.getOwnPropertyDescriptor(Silent.prototype, 'list')!);
    expect(() => ServiceController('silent')(Silent)).toThrow('Silent.list: say @Requires(act), @AnyActor() or @Open().');
  });

  it('lets through to what has weight only after a fresh login', async () => {
    const now = Math.floor(Date.now() / 1000);
    expect((await get('/things/weighty', await server.sign({ acr: '1', auth_time: now }))).statusCode).not.toBe(200);
    expect((await get('/things/weighty', await server.sign({ acr: '2', auth_time: now - 3600 }))).statusCode).not.toBe(200);
    expect((await get('/things/weighty', await server.sign({ acr: '2', auth_time: now }))).statusCode).toBe(200);
  });

  it('asks nothing where it is open', async () => {
    expect((await get('/things/open')).json()).toEqual({ id: 'nobody', name: '', memberships: [] });
  });
});
