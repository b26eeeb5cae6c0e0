import type { AssignmentView } from '@aigaq/api';
import { useWords } from '../../texts/words.js';
import { Tag } from '../../ui/tag.js';

/** What proves the subtask, in words: the same for the executor and for the reviewer. */
export function RulePanel({ assignment }: { assignment: AssignmentView }) {
  const { t, say, language, coded } = useWords();
  const { rule, signers, description, executors, kkProposed } = assignment;
  return (
    <section className="block" aria-labelledby="rule">
      <div className="block-head">
        <h2 id="rule">{t('rule.title')}</h2>
        {kkProposed && language === 'kk' && <Tag tone="accent">{t('proposed')}</Tag>}
      </div>
      <p>{say(description)}</p>
      <h3>{t('rule.documents')}</h3>
      {rule.documents.length === 0 ? (
        <p>{t('rule.noDocuments')}</p>
      ) : (
        <ul className="wanted">
          {rule.documents.map(({ kind, name, required, form }) => (
            <li key={`${kind}:${name.ru}`}>
              <span>
                {say(name)}
                {form !== null && <span className="muted"> ({t('rule.form', { form })})</span>}
              </span>
              <Tag tone={required ? 'info' : 'plain'}>{t(required ? 'rule.required' : 'rule.optional')}</Tag>
            </li>
          ))}
        </ul>
      )}
      <h3>{t('rule.signers')}</h3>
      <p>{signers.length === 0 ? t('rule.anySigner') : signers.map((level) => coded('levels', level)).join(', ')}</p>
      <ul className="plain-list">
        <li>{t(`rule.approval.${rule.approval}`)}</li>
        <li>{t(`rule.stamp.${rule.stamp}`)}</li>
        {rule.accepts.includes('link') && <li>{t('rule.link')}</li>}
      </ul>
      <p className="muted small">
        {t('rule.executors')}: {say(executors)}
      </p>
    </section>
  );
}
