import type { MeView } from '@aigaq/api';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type SubmitEvent, useDeferredValue } from 'react';
import { useNavigate } from 'react-router';
import { meQuery } from '../../api/people.js';
import { useWords } from '../../texts/words.js';
import { useAnnounce } from '../../ui/announcer.js';
import { ChoiceField } from '../../ui/choice-field.js';
import { DayField } from '../../ui/day-field.js';
import { useEntered } from '../../ui/entered.js';
import { isReason } from '../../ui/filled.js';
import { Page } from '../../ui/page.js';
import { Failure, Loaded, SkeletonLines } from '../../ui/states.js';
import { TextField } from '../../ui/text-field.js';
import { BodyPicker, choiceOf } from '../bodies/body-picker.js';
import { analysisPath, draftQuery, usePlan } from './analyses.js';
import { DatesTable } from './dates-table.js';
import { Findings } from './findings.js';
import { type EnteredPlan, NEW_PLAN, planOf, teamOf } from './plan.js';

const PLANS = new Set(['executor', 'coordinator', 'compliance-officer']);

/** Two days are chosen; everything that follows from them is shown at once, with why and with what is wrong. */
export function PlanPage() {
  const { t } = useWords();
  const me = useQuery(meQuery);
  return (
    <Loaded query={me} title={t('analyses.plan')} skeleton={<SkeletonLines lines={10} height={44} />}>
      {(person) => <PlanForm me={person} />}
    </Loaded>
  );
}

function PlanForm({ me }: { me: MeView }) {
  const { t, say } = useWords();
  const announce = useAnnounce();
  const navigate = useNavigate();
  const own = me.memberships.filter(({ role }) => PLANS.has(role)).slice(0, 1);
  const { entered, set, told, tell } = useEntered<EnteredPlan>({ ...NEW_PLAN, body: own.map(({ organisation }) => choiceOf(organisation, say)) });
  const { body, kind, object, start, end, team } = entered;
  const plan = usePlan();
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    tell();
    const wanted = planOf(entered);
    if (wanted !== undefined) {
      plan.mutate(wanted, {
        onSuccess: ({ id }) => {
          announce(t('analyses.planned'));
          void navigate(analysisPath(id));
        },
      });
    }
  };
  return (
    <Page title={t('analyses.plan')} lead={t('analyses.planLead')} crumbs={[{ to: '/analyses', text: t('analyses.title') }]}>
      <form className="block stack" onSubmit={submit} noValidate>
        <BodyPicker label={t('analyses.body')} chosen={body} onChoose={set('body')} told={told(body.length === 0, t('analyses.needBody'))} />
        <ChoiceField
          label={t('analyses.kind')}
          value={kind}
          onChange={set('kind')}
          options={(['internal', 'external'] as const).map((value) => ({ value, label: t(`analyses.kinds.${value}`) }))}
        />
        <TextField label={t('analyses.object')} value={object} onChange={set('object')} maxLength={500} isRequired hint={t('analyses.objectHint')} told={told(!isReason(object), t('analyses.needObject'))} />
        <div className="fields">
          <DayField label={t('analyses.start')} value={start} onChange={set('start')} isRequired told={told(start === '', t('bodies.needDay'))} />
          <DayField label={t('analyses.end')} value={end} onChange={set('end')} isRequired told={told(end === '', t('bodies.needDay'))} />
        </div>
        <TextField label={t('analyses.team')} value={team} onChange={set('team')} maxLength={5000} isLong hint={t('analyses.teamHint')} told={told(teamOf(team) === undefined, t('analyses.teamWrong'))} />
        {plan.isError && <Failure error={plan.error} />}
        <div className="act-row">
          <Button type="primary" htmlType="submit" size="large" loading={plan.isPending}>
            {t('analyses.planAct')}
          </Button>
          <Button size="large" onClick={() => void navigate('/analyses')}>
            {t('cancel')}
          </Button>
        </div>
      </form>
      {kind === 'internal' && <Following organisationId={body[0]?.value ?? ''} object={object} start={start} end={end} />}
    </Page>
  );
}

function Following({ organisationId, object, start, end }: { organisationId: string; object: string; start: string; end: string }) {
  const { t } = useWords();
  const draft = useQuery(draftQuery(organisationId, useDeferredValue(object.trim()), { start, end }));
  return (
    <section className="block analysis-following" aria-labelledby="following" aria-busy={draft.isFetching}>
      <h2 id="following">{t('analyses.following')}</h2>
      {organisationId === '' || start === '' || end === '' ? (
        <p className="muted">{t('analyses.followingHint')}</p>
      ) : (
        <Loaded query={draft} skeleton={<SkeletonLines lines={14} height={32} />}>
          {({ workingDays, dates, findings }) => (
            <>
              <p aria-live="polite">
                {workingDays === null ? '' : t('analyses.length', { count: workingDays })} {findings.length === 0 && t('analyses.noFindings')}
              </p>
              <Findings findings={findings} />
              {dates.length > 0 && <DatesTable dates={dates} />}
            </>
          )}
        </Loaded>
      )}
    </section>
  );
}
