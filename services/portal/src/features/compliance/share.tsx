import { useWords } from '../../texts/words.js';

/** «3 из 8» as one small square per document. */
export function Share({ part, whole, label }: { part: number; whole: number; label: string }) {
  const { t } = useWords();
  const words = t('compliance.share', { part, whole });
  return (
    <span className="share">
      <span className="share-squares" role="img" aria-label={`${label}: ${words}`}>
        {Array.from({ length: whole }, (_, place) => (
          <span key={place} className={place < part ? 'is-full' : ''} />
        ))}
      </span>
      <span className="figure">{words}</span>
    </span>
  );
}
