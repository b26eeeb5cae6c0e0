import { CheckOutlined, HourglassOutlined, WarningOutlined } from '@ant-design/icons';
import type { AssignmentView } from '@aigaq/api';
import { useWords } from '../../texts/words.js';

const ICONS = { done: <CheckOutlined />, now: <HourglassOutlined />, waiting: null };

/** The reviewing bodies in order; those side by side say for what each answers. A vacant one is named, never skipped. */
export function Chain({ chain }: { chain: AssignmentView['chain'] }) {
  const { t, say } = useWords();
  if (chain.length === 0) {
    return null;
  }
  return (
    <section className="block" aria-labelledby="chain">
      <h2 id="chain">{t('chain.title')}</h2>
      <ol className="chain">
        {chain.map(({ organisation, state, vacant, subject, holder }) => (
          <li key={organisation.id} className={`is-${state}`} aria-current={state === 'now' ? 'step' : undefined}>
            <span className="chain-dot" aria-hidden="true">
              {ICONS[state]}
            </span>
            <span>
              <strong>{say(organisation.name)}</strong>
              <span className="muted small">{t(`chain.${state}`)}</span>
              {subject !== null && <span className="muted small">{t('chain.subject', { subject: say(subject) })}</span>}
              {holder !== null && <span className="muted small">{t('chain.holder', { name: holder.name })}</span>}
              {vacant && (
                <span className="chain-vacant">
                  <WarningOutlined aria-hidden="true" /> {t('chain.vacant')}
                </span>
              )}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
