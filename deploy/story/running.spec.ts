import { keep } from './artefacts.js';
import { tellStory } from './story.js';

/** `npm run story -- <address>`: on an Aigaq that somebody else has started; its data stay. */
const address = process.env['STORY_ADDRESS'] ?? 'http://127.0.0.1:4200';

it('the main job is done from end to end', async () => {
  keep('times-running.json', await tellStory({ address, issuer: `${address}/auth/realms/aigaq` }));
}, 600_000);
