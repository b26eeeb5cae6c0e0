import { type Organisation, OrganisationChangedSchema } from '@aigaq/contracts';
import { supervised } from '@aigaq/kernel';
import { databaseModule } from '@aigaq/service';
import { country, startService, type TestService } from '@aigaq/testing';
import { create } from '@bufbuild/protobuf';
import { Module } from '@nestjs/common';
import { getModelToken, MongooseModule } from '@nestjs/mongoose';
import { type Model, Schema } from 'mongoose';
import { DirectoryCopy, DirectoryModule, Directory, ScopeKeeper, scopeKeeper } from '../src/index.js';

interface Thing {
  _id: string;
  organisationId: string;
  scope: string[];
  version: number;
}
const schema = new Schema<Thing>({ _id: String, organisationId: String, scope: [String], version: Number }, { versionKey: false });

@Module({
  imports: [databaseModule('scopes'), DirectoryModule.forService('scopes'), MongooseModule.forFeature([{ name: 'Thing', schema }], 'scopes')],
  providers: [scopeKeeper('scopes', ['Thing'])],
})
class ScopesModule {}

const [REGION, OTHER, DISTRICT, ENTITY] = ['akimat-kostanay', 'akimat-zhambyl', 'akimat-kostanay-auliekol', 'qs-050640900374'];
let version = 10;

describe('the scope of what is stored', () => {
  let service: TestService;
  let things: Model<Thing>;
  beforeAll(async () => {
    service = await startService(ScopesModule, { name: 'scopes' });
    things = service.app.get<Model<Thing>>(getModelToken('Thing', 'scopes'), { strict: false });
    await service.tell(...country());
  }, 60_000);
  beforeEach(async () => {
    await things.deleteMany({});
    const directory = service.app.get(Directory, { strict: false });
    for (const body of await directory.bodies([REGION, DISTRICT, ENTITY])) {
      await things.create({ _id: `of-${body.id}`, organisationId: body.id, scope: await directory.scopeOf(body), version: 1 });
    }
  });
  afterAll(() => service.stop());

  const keeper = () => service.app.get(ScopeKeeper, { strict: false });
  const scopes = async () => Object.fromEntries((await things.find().lean<Thing[]>()).map(({ organisationId, scope }) => [organisationId, scope]));
  const place = (id: string, kind: string, ancestorIds: string[], supervisorIds: string[] = []): Organisation => {
    version += 1;
    const organisation = { id, kind, name: { kk: id, ru: id }, parentId: ancestorIds[0] ?? '', ancestorIds, supervisorIds, validFrom: '2021-01-01', version };
    return create(OrganisationChangedSchema, { organisation }).organisation!;
  };

  it('goes with a body that moves', async () => {
    await keeper().follow(place(DISTRICT, 'akimat-district', [OTHER, 'agency']));
    expect(await scopes()).toMatchObject({ [DISTRICT]: [DISTRICT, OTHER, 'agency'], [REGION]: [REGION, 'agency'] });
  });

  it('goes with an entity that gets another supervisor', async () => {
    await keeper().follow(place(ENTITY, 'quasi-state', [], [OTHER]));
    expect((await scopes())[ENTITY]).toEqual([ENTITY, supervised(OTHER), supervised('agency')]);
    await keeper().follow(place(ENTITY, 'quasi-state', [], [REGION]));
  });

  it('goes with all that a body which moves has below it and supervises', async () => {
    await keeper().follow(place(REGION, 'akimat-region', ['cgo-mf', 'agency']));
    expect((await scopes())[ENTITY]).toEqual([ENTITY, supervised(REGION), supervised('cgo-mf'), supervised('agency')]);
    await keeper().follow(place(REGION, 'akimat-region', ['agency']));
    expect((await scopes())[ENTITY]).toEqual([ENTITY, supervised(REGION), supervised('agency')]);
  });

  it('stays when nothing but the name is new', async () => {
    await keeper().follow(place(REGION, 'akimat-region', ['agency']));
    expect((await things.find({ version: { $ne: 1 } })).map(({ id }) => String(id))).toEqual([]);
  });

  it('is finished by the next try when one was interrupted', async () => {
    const told = place(REGION, 'akimat-region', ['cgo-mf', 'agency']);
    const directory = service.app.get(Directory, { strict: false });
    let writes = 0;
    const failing = { findOne: things.findOne.bind(things), aggregate: things.aggregate.bind(things), schema, updateMany: (...args: unknown[]) => (++writes === 2 ? Promise.reject(new Error('gone')) : (things.updateMany as never as (...all: unknown[]) => unknown)(...args)) };
    const broken = new ScopeKeeper(directory, service.app.get(DirectoryCopy, { strict: false }), [failing as never]);
    await expect(broken.follow(told)).rejects.toThrow('gone');
    await keeper().follow(told);
    expect(await scopes()).toEqual(Object.fromEntries((await directory.bodies([REGION, DISTRICT, ENTITY])).map(({ id }) => [id, expect.arrayContaining([id === ENTITY ? supervised('agency') : 'agency'])])));
    expect((await scopes())[REGION]).toEqual([REGION, 'cgo-mf', 'agency']);
    expect((await scopes())[ENTITY]).toContain(supervised('cgo-mf'));
  });
});
