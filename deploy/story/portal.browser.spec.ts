import { jest } from '@jest/globals';
import { type Browser, chromium } from 'playwright-core';
import { install as chromiumPath } from '../local/chromium.mjs';
import { AccessSteps } from './access-steps.js';
import { AnalysisSteps } from './analysis-steps.js';
import { CalendarSteps } from './calendar-steps.js';
import { AmendmentSteps } from './amendment-steps.js';
import { PortalStory } from './portal-story.js';
import { RegisterSteps } from './register-steps.js';
import { type Shape, startShape } from './shapes.js';
import { Visits } from './visits.js';
import { WorkSteps } from './work-steps.js';

jest.setTimeout(600_000);

const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'];

let shape: Shape;
let browser: Browser;
beforeAll(async () => {
  shape = await startShape('browser');
  browser = await chromium.launch({ executablePath: await chromiumPath(), args: FLAGS });
});
afterAll(async () => {
  await browser?.close();
  await shape?.stop();
});

describe.each(['kk', 'ru'] as const)('the portal in %s', (language) => {
  const executor = language === 'kk' ? 'executor' : 'executor2';
  let visits: Visits;
  let story: PortalStory;
  let register: RegisterSteps;
  let amendment: AmendmentSteps;
  let access: AccessSteps;
  let analyses: AnalysisSteps;
  let calendar: CalendarSteps;
  let work: WorkSteps;
  let path = '';
  beforeAll(() => {
    visits = new Visits(browser, shape, language);
    story = new PortalStory(visits);
    register = new RegisterSteps(visits);
    amendment = new AmendmentSteps(visits);
    access = new AccessSteps(visits);
    analyses = new AnalysisSteps(visits);
    calendar = new CalendarSteps(visits);
    work = new WorkSteps(visits);
  });

  if (language === 'kk') {
    it('lets the administrator roll out the card', () => story.administratorRollsOut());
  }

  it('shows the executor what was found and takes the submission', async () => {
    path = await story.executorSubmits(undefined, 't03', executor);
  });

  it('lets reviewers return with a pinned reason, pass on and accept', async () => {
    await story.coordinatorReturns(path);
    await story.executorSubmits(path, 't01', executor);
    await story.coordinatorCorrects(path);
    await story.coordinatorPassesOn(path);
    await story.curatorAccepts(path);
  });

  it('takes a request of the executor and its answer', async () => {
    await work.executorAsks(executor);
    await work.coordinatorGrants();
  });

  it('shows it to everybody concerned', () => story.everybodySees());

  it('registers a document of an entity', async () => {
    await story.officerRegisters(language === 'kk' ? '3.2.2' : '3.2.4');
    await story.regionSeesItsScore();
  });

  it('plans an analysis of risks, moves it and shows the picture of risks', async () => {
    await analyses.executorPlans();
    await analyses.coordinatorMoves();
    await analyses.executorRecords();
    await analyses.everybodySeesThePicture();
  });

  it('proves the record and hides everything from a stranger', () => story.auditorVerifies(path));

  it('finds a body, renames it and fills a chair by order', async () => {
    await register.coordinatorSearches();
    await register.administratorRenames();
    await register.coordinatorAppointsActing();
  });

  it('invites a person, who changes the temporary password and is at work', async () => {
    await register.coordinatorInvites();
    await access.invitedComes();
  });

  it('says of an import what it would do', () => register.administratorTriesImport());

  it('shows the working-day calendar, and which dates a decree would move', async () => {
    await calendar.executorReads();
    await calendar.administratorGivesDecree();
  });

  it('amends the card, and those whose work it changes take note', async () => {
    await amendment.administratorAmends();
    await amendment.secondAdministratorPublishes();
    await amendment.executorTakesNote();
    await amendment.administratorSeesWhoDid();
  });

  it('asks who still needs access', async () => {
    if (language === 'kk') {
      await access.administratorBeginsCampaign();
    }
    await access.coordinatorAnswers();
  });

  it('shows what is secret to the listed, who say what for', () => access.secretStaysSecret());

  it('lets an auditor find who changed what', () => access.auditorFinds());

  it('has pages that anybody can use, at 1280 and at 360 pixels, and that do not jump', () => {
    expect(visits.faults).toEqual([]);
  });
});
