import { CheckCircleOutlined, CloseCircleOutlined, ExclamationCircleOutlined } from '@ant-design/icons';
import type { AssignmentView, EvidenceView } from '@aigaq/api';
import { Button, Checkbox } from 'antd';
import { useWords } from '../../texts/words.js';
import { useAnnounce } from '../../ui/announcer.js';
import { TextField } from '../../ui/text-field.js';
import { useStep } from './assignment.js';
import type { DraftHold } from './draft.js';
import { whatIsMissing } from './missing.js';
import { useRequirementWords } from './rule-words.js';
import { StepFailure } from './step-failure.js';

/** Says what is missing, then hands in. Warnings are not hidden and do not stand in the way. */
export function SubmitPanel({ assignment, chosen, hold }: { assignment: AssignmentView; chosen: EvidenceView[]; hold: DraftHold }) {
  const { t } = useWords();
  const announce = useAnnounce();
  const step = useStep(assignment);
  const { draft, change, state, end } = hold;
  const { remark } = draft;
  const { rule } = assignment;
  const zeroCase = rule.zeroCase && draft.zeroCase;
  const { nameOf } = useRequirementWords(rule);
  const needsPaper = rule.zeroCaseFiles !== 'nothing';
  const requirements = assignment.requirements.map((each) => ({ state: each.state, name: nameOf(each) }));
  const missing = whatIsMissing(requirements, chosen, { isStated: zeroCase, needsPaper });
  const isBlocked = missing.some(({ blocks }) => blocks);
  const submit = (): void =>
    step.mutate(
      { act: 'submit', body: { evidenceIds: chosen.map(({ id }) => id), zeroCase, ...(remark.trim() && { remark: remark.trim() }) } },
      {
        onSuccess: () => {
          end();
          announce(t('submit.done'));
        },
      },
    );
  return (
    <section className="block act-panel" aria-labelledby="submit">
      <h2 id="submit">{t('submit.title')}</h2>
      {rule.zeroCase && (
        <p>
          <Checkbox checked={zeroCase} onChange={({ target }) => change({ zeroCase: target.checked })}>
            {t('submit.noFacts')}
          </Checkbox>
          <span className="muted small"> {t(needsPaper ? 'submit.noFactsForm' : 'submit.noFactsNothing')}</span>
        </p>
      )}
      <div role="status">
        {missing.length === 0 ? (
          <p className="notice-good">
            <CheckCircleOutlined aria-hidden="true" /> {t('submit.complete')}
          </p>
        ) : (
          <ul className="missing" aria-label={t('submit.missing')}>
            {missing.map(({ code, blocks, name = '' }) => (
              <li key={`${code}:${name}`} className={blocks ? 'is-blocking' : ''}>
                <span aria-hidden="true">{blocks ? <CloseCircleOutlined /> : <ExclamationCircleOutlined />}</span>
                <span>{t(`missing.${code}`, { name })}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
      <TextField label={t('submit.remark')} value={remark} onChange={(text) => change({ remark: text })} maxLength={2000} isLong />
      <p className="muted small draft-state" role="status">
        {state === 'none' ? '' : t(`draft.${state}`)}
      </p>
      {step.isError && <StepFailure error={step.error} />}
      <div className="act-row">
        <Button type="primary" size="large" disabled={isBlocked} loading={step.isPending} onClick={submit}>
          {t('submit.act', { count: chosen.length })}
        </Button>
        <span className="muted small">{t('submit.next')}</span>
      </div>
    </section>
  );
}
