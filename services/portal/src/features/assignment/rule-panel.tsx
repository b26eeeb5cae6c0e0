import type { AssignmentView } from '@aigaq/api';
import { useWords } from '../../texts/words.js';
import { Tag } from '../../ui/tag.js';
import { saidRule } from './rule-words.js';

/** What proves the subtask, in words: the same for the executor and for the reviewer. */
export function RulePanel({ assignment }: { assignment: AssignmentView }) {
  const { t, say, language } = useWords();
  const { rule, description, executors, kkProposed } = assignment;
  return (
    <section className="block" aria-labelledby="rule">
      <div className="block-head">
        <h2 id="rule">{t('rule.title')}</h2>
        {kkProposed && language === 'kk' && <Tag tone="accent">{t('proposed')}</Tag>}
      </div>
      <p>{say(description)}</p>
      <ul className="plain-list rule-words">
        {saidRule(rule, language).map(({ text }) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <p className="muted small">
        {t('rule.executors')}: {say(executors)}
      </p>
    </section>
  );
}
