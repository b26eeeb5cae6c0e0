import { CheckCircleOutlined, CloseCircleOutlined, EyeOutlined, MinusCircleOutlined } from '@ant-design/icons';
import type { AssignmentView, RequirementView } from '@aigaq/api';
import { useWords } from '../../texts/words.js';
import { Tag } from '../../ui/tag.js';
import { useRequirementWords } from './rule-words.js';

const STATES = {
  met: { tone: 'good', icon: <CheckCircleOutlined /> },
  missing: { tone: 'bad', icon: <CloseCircleOutlined /> },
  doubtful: { tone: 'watch', icon: <EyeOutlined /> },
  'not-needed': { tone: 'plain', icon: <MinusCircleOutlined /> },
} as const satisfies Record<RequirementView['state'], object>;

/** How the papers stand by the rule: the same list, in the same words, for who hands in and for who reviews. */
export function Requirements({ assignment }: { assignment: AssignmentView }) {
  const { t } = useWords();
  const { rule, requirements, unplacedIds, zeroCase } = assignment;
  const { nameOf, whyOf } = useRequirementWords(rule);
  if (requirements.length === 0) {
    return null;
  }
  return (
    <section className="block" aria-labelledby="requirements">
      <h2 id="requirements">{t('requirements.title')}</h2>
      {zeroCase && <p className="told">{t('requirements.noFacts')}</p>}
      <ul className="wanted requirements">
        {requirements.map((requirement) => (
          <li key={requirement.id}>
            <span>
              {nameOf(requirement)}
              {requirement.evidenceIds.length > 1 && <span className="muted small"> {t('requirements.papers', { count: requirement.evidenceIds.length })}</span>}
              {whyOf(requirement).map((why) => (
                <span key={why} className="muted small why">
                  {why}
                </span>
              ))}
            </span>
            <Tag tone={STATES[requirement.state].tone} icon={STATES[requirement.state].icon}>
              {t(`requirements.states.${requirement.state}`)}
            </Tag>
          </li>
        ))}
      </ul>
      {unplacedIds.length > 0 && <p className="muted small">{t('requirements.unplaced', { count: unplacedIds.length })}</p>}
    </section>
  );
}
