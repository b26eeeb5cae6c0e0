import { jest } from '@jest/globals';
import { keep } from './artefacts.js';
import { rolloutSurvives, survivesKills } from './kills.js';
import { refusesWhatIsBad } from './refusals.js';
import { type Shape, startShape } from './shapes.js';
import { tellStory } from './story.js';

jest.setTimeout(600_000);

let shape: Shape;
beforeAll(async () => {
  shape = await startShape('embedded');
});
afterAll(() => shape?.stop());

describe('the embedded shape', () => {
  it('rolls the card out although its process and its database are killed meanwhile', () => rolloutSurvives(shape, ['platform', 'ferretdb']));

  it('does the main job from end to end', async () => {
    keep('times-embedded.json', await tellStory(shape, { scoreRises: true }));
  });

  describe('refuses', () => refusesWhatIsBad(() => shape));

  describe('loses nothing and doubles nothing when killed:', () => {
    survivesKills(() => shape, [['platform', 'stored', 'submitted', 'accepted'], ['postgres', 'submitted', 'passed-on'], ['ferretdb', 'stored', 'returned']], 'platform');
  });
});
