import { createBrowserRouter, Outlet, type RouteObject } from 'react-router';
import { SignedIn } from '../features/start/signed-in.js';
import { ErrorBoundary } from './error-boundary.js';
import { NotFound } from './not-found.js';
import { SessionGate } from './session-gate.js';
import { Shell } from './shell.js';

const pages: RouteObject[] = [
  { index: true, lazy: async () => ({ Component: (await import('../features/start/start.js')).Start }) },
  { path: 'queue', lazy: async () => ({ Component: (await import('../features/queue/queue-page.js')).QueuePage }) },
  { path: 'review', lazy: async () => ({ Component: (await import('../features/queue/review-page.js')).ReviewPage }) },
  {
    path: 'assignments/:id',
    lazy: async () => ({ Component: (await import('../features/assignment/assignment-page.js')).AssignmentPage }),
  },
  {
    path: 'overview/:organisationId',
    lazy: async () => ({ Component: (await import('../features/overview/overview-page.js')).OverviewPage }),
  },
  { path: 'compliance', lazy: async () => ({ Component: (await import('../features/compliance/entities-page.js')).EntitiesPage }) },
  { path: 'compliance/:id', lazy: async () => ({ Component: (await import('../features/compliance/entity-page.js')).EntityPage }) },
  {
    path: 'compliance/scores/:organisationId',
    lazy: async () => ({ Component: (await import('../features/compliance/score-page.js')).ScorePage }),
  },
  { path: 'card', lazy: async () => ({ Component: (await import('../features/card/editions-page.js')).EditionsPage }) },
  { path: 'card/:edition', lazy: async () => ({ Component: (await import('../features/card/edition-page.js')).EditionPage }) },
  { path: 'analyses', lazy: async () => ({ Component: (await import('../features/analyses/analyses-page.js')).AnalysesPage }) },
  { path: 'analyses/new', lazy: async () => ({ Component: (await import('../features/analyses/plan-page.js')).PlanPage }) },
  { path: 'analyses/:id', lazy: async () => ({ Component: (await import('../features/analyses/analysis-page.js')).AnalysisPage }) },
  {
    path: 'analyses/:id/positions',
    lazy: async () => ({ Component: (await import('../features/analyses/positions-page.js')).PositionsPage }),
  },
  { path: 'risk-pictures', lazy: async () => ({ Component: (await import('../features/risk-pictures/pictures-page.js')).PicturesPage }) },
  { path: 'risk-pictures/:regionId', lazy: async () => ({ Component: (await import('../features/risk-pictures/picture-page.js')).PicturePage }) },
  { path: 'card/:edition/changes', lazy: async () => ({ Component: (await import('../features/card/changes-page.js')).CardChangesPage }) },
  { path: 'card/:edition/edit', lazy: async () => ({ Component: (await import('../features/card/editor-page.js')).EditorPage }) },
  { path: 'card/:edition/comparison', lazy: async () => ({ Component: (await import('../features/card/comparison-page.js')).ComparisonPage }) },
  { path: 'changes', lazy: async () => ({ Component: (await import('../features/changes/changes-page.js')).ChangesPage }) },
  { path: 'changes/:id', lazy: async () => ({ Component: (await import('../features/changes/change-page.js')).ChangePage }) },
  { path: 'card/:edition/rules/:code', lazy: async () => ({ Component: (await import('../features/card/rule-builder-page.js')).RuleBuilderPage }) },
  { path: 'calendar', lazy: async () => ({ Component: (await import('../features/calendar/calendar-page.js')).CalendarPage }) },
  { path: 'calendar/:year', lazy: async () => ({ Component: (await import('../features/calendar/calendar-page.js')).CalendarPage }) },
  { path: 'calendar/:year/decree', lazy: async () => ({ Component: (await import('../features/calendar/decree-page.js')).DecreePage }) },
  { path: 'bodies', lazy: async () => ({ Component: (await import('../features/bodies/bodies-page.js')).BodiesPage }) },
  { path: 'bodies/new', lazy: async () => ({ Component: (await import('../features/bodies/register-page.js')).RegisterPage }) },
  { path: 'bodies/import', lazy: async () => ({ Component: (await import('../features/bodies/import-page.js')).ImportPage }) },
  { path: 'bodies/vacancies', lazy: async () => ({ Component: (await import('../features/heads/vacancies-page.js')).VacanciesPage }) },
  { path: 'bodies/:id', lazy: async () => ({ Component: (await import('../features/bodies/body-page.js')).BodyPage }) },
  { path: 'accounts', lazy: async () => ({ Component: (await import('../features/accounts/accounts-page.js')).AccountsPage }) },
  { path: 'accounts/:id', lazy: async () => ({ Component: (await import('../features/accounts/account-page.js')).AccountPage }) },
  {
    path: 'recertification',
    lazy: async () => ({ Component: (await import('../features/recertification/recertification-page.js')).RecertificationPage }),
  },
  { path: 'clearances', lazy: async () => ({ Component: (await import('../features/clearances/clearances-page.js')).ClearancesPage }) },
  { path: 'audit', lazy: async () => ({ Component: (await import('../features/audit/audit-page.js')).AuditPage }) },
  { path: 'inbox', lazy: async () => ({ Component: (await import('../features/inbox/inbox-page.js')).InboxPage }) },
  { path: 'signed-in', Component: SignedIn },
  { path: '*', Component: NotFound },
];

export const router = createBrowserRouter([
  {
    element: (
      <SessionGate>
        <Shell>
          <Outlet />
        </Shell>
      </SessionGate>
    ),
    HydrateFallback: () => null,
    ErrorBoundary,
    // An inner boundary keeps header and menu when one page breaks.
    children: [{ ErrorBoundary, children: pages }],
  },
]);
