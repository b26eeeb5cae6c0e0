import { jest } from '@jest/globals';
import { keep } from './artefacts.js';
import { rolloutSurvives, survivesKills } from './kills.js';
import { buriesPoison } from './poison.js';
import { type Shape, startShape } from './shapes.js';
import { tellStory } from './story.js';

jest.setTimeout(600_000);

let shape: Shape;
beforeAll(async () => {
  shape = await startShape('cluster');
});
afterAll(() => shape?.stop());

describe('the cluster shape', () => {
  it('rolls the card out although tasks and organisations are killed meanwhile', () => rolloutSurvives(shape, ['tasks', 'organisations']));

  it('does the main job from end to end', async () => {
    keep('times-cluster.json', await tellStory(shape));
  });

  describe('buries what nobody can take:', () => buriesPoison(() => shape));

  describe('loses nothing and doubles nothing when killed:', () => {
    survivesKills(
      () => shape,
      [
        ['tasks', 'submitted', 'accepted'],
        ['evidence', 'stored'],
        ['evidence-worker', 'stored'],
        ['notifications', 'returned'],
        ['reports', 'accepted'],
        ['audit', 'submitted', 'accepted'],
        ['organisations', 'submitted'],
        ['kafka', 'submitted'],
        ['store', 'stored'],
        ['keycloak', 'returned'],
        ['nginx', 'passed-on'],
        ['postgres', 'submitted'],
        ['database', 'accepted'],
      ],
      'compliance',
    );
  });
});
