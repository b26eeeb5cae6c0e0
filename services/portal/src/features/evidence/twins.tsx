import type { EvidenceView, TwinsView, TwinView } from '@aigaq/api';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { get } from '../../api/client.js';
import { useWords } from '../../texts/words.js';
import { Failure, SkeletonLines } from '../../ui/states.js';
import { pathTo, useThumbnail } from './documents.js';
import { usePurpose } from './purpose.js';

/** Papers like this one that were handed in, when the machine found any; a stranger's without its name. */
export function Twins({ evidence }: { evidence: EvidenceView }) {
  const isAlike = evidence.check?.findings.some(({ code }) => code === 'recycled') ?? false;
  return isAlike ? <TwinList evidence={evidence} /> : null;
}

function TwinList({ evidence }: { evidence: EvidenceView }) {
  const { t } = useWords();
  const purpose = usePurpose();
  const query = useQuery({
    queryKey: ['twins', evidence.id, purpose ?? ''],
    queryFn: ({ signal }) => get<TwinsView>(`${pathTo(evidence.id)}/twins`, { purpose }, signal),
    staleTime: 60_000,
  });
  return (
    <section aria-labelledby="twins">
      <h3 id="twins">{t('twins.title')}</h3>
      {query.isPending && <SkeletonLines lines={2} height={40} />}
      {query.isError && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      <ul className="twins">
        {query.data?.items.map((twin, place) => (
          <Twin key={twin.paper?.id ?? place} evidence={evidence} twin={twin} />
        ))}
      </ul>
    </section>
  );
}

function Twin({ evidence, twin: { kind, strength, differs, year, paper } }: { evidence: EvidenceView; twin: TwinView }) {
  const { t, say, coded, number } = useWords();
  const others = differs.map((difference) => coded('twinDiffers', difference)).join(', ');
  return (
    <li className="twin">
      <p>
        <strong>{coded('twinKinds', kind)}</strong> {t('twins.strength', { percent: number(strength * 100) })}
        {others !== '' && <span className="muted"> {t('twins.differs', { what: others })}</span>}
      </p>
      <p>
        {paper === null ? (
          year === null ? t('twins.secret') : t('twins.stranger', { year })
        ) : (
          <>
            <Link to={placeOf(paper.subject)}>{say(paper.organisation.name)}</Link>, {year}
          </>
        )}
      </p>
      {paper !== null && (
        <div className="twin-pictures">
          <Picture evidenceId={evidence.id} label={t('twins.this')} />
          <Picture evidenceId={paper.id} label={t('twins.other')} />
        </div>
      )}
    </li>
  );
}

function Picture({ evidenceId, label }: { evidenceId: string; label: string }) {
  const { url } = useThumbnail(evidenceId, 1, true);
  return (
    <figure>
      <span className="twin-picture">{url !== undefined && <img src={url} alt="" draggable={false} />}</span>
      <figcaption className="muted small">{label}</figcaption>
    </figure>
  );
}

function placeOf({ type, id }: EvidenceView['subject']): string {
  return type === 'assignment' ? `/assignments/${encodeURIComponent(id)}` : `/compliance/${encodeURIComponent(id.replace(/:.*/, ''))}`;
}
