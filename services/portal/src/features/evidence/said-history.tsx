import type { EvidenceView } from '@aigaq/api';
import { useWords } from '../../texts/words.js';
import { useFieldWords } from './corrections.js';

/** All that people said of the paper's fields, newest first. */
export function SaidHistory({ evidence: { corrections, fields } }: { evidence: EvidenceView }) {
  const { t, moment } = useWords();
  const { nameOf, valueOf } = useFieldWords();
  if (corrections.length === 0) {
    return null;
  }
  const blocks = fields.filter(({ field }) => field.startsWith('signed.')).length;
  return (
    <>
      <h3>{t('fields.history')}</h3>
      <ol className="history said-history">
        {corrections.toReversed().map(({ field, revision, value, machineValue, isConfirmation, by, at }) => (
          <li key={`${field}:${revision}`}>
            <p>
              <strong>{nameOf({ field, role: fields.find((each) => each.field === field)?.role ?? null }, blocks)}</strong>:{' '}
              {isConfirmation ? t('fields.confirmed') : t('fields.corrected', { value: valueOf(field, value) })}
            </p>
            <p className="muted small">
              {by.name} · <time dateTime={at}>{moment(at)}</time>
              {!isConfirmation && ` · ${t('fields.machineSaid', { value: machineValue === null ? t('fields.nothing') : valueOf(field, machineValue) })}`}
            </p>
          </li>
        ))}
      </ol>
    </>
  );
}
