import type { ElectronicSignatureView, EvidenceView } from '@aigaq/api';
import { CheckCircleOutlined, CloseCircleOutlined, EyeOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useWords } from '../../texts/words.js';
import { Tag } from '../../ui/tag.js';
import { shownCheck } from './marks.js';

const TAGS = {
  valid: { tone: 'good', icon: <CheckCircleOutlined /> },
  invalid: { tone: 'bad', icon: <CloseCircleOutlined /> },
  undetermined: { tone: 'watch', icon: <EyeOutlined /> },
} as const;

/** Electronic signatures of the file itself, when it has any: whether each holds and why, who signed and when. */
export function Signatures({ evidence }: { evidence: EvidenceView }) {
  const { t } = useWords();
  const signatures = shownCheck(evidence)?.signatures ?? [];
  if (signatures.length === 0) {
    return null;
  }
  return (
    <section aria-labelledby="signatures">
      <h3 id="signatures">{t('signatures.title')}</h3>
      <ul className="signatures">
        {signatures.map((signature, place) => (
          <li key={place} className="signature">
            <Signature signature={signature} />
          </li>
        ))}
      </ul>
      <Rechecks rechecks={evidence.rechecks} />
    </section>
  );
}

/** The history: what another look at the certificates changed. */
function Rechecks({ rechecks }: Pick<EvidenceView, 'rechecks'>) {
  const { t, moment } = useWords();
  const validity = (code: string): string => t(`signatures.validity.${code}`);
  if (rechecks.length === 0) {
    return null;
  }
  return (
    <>
      <p className="muted" id="rechecks">
        {t('signatures.rechecks')}
      </p>
      <ul className="rechecks" aria-labelledby="rechecks">
        {rechecks.map(({ at, before, after, signatures }) => (
          <li key={at}>
            <strong>{moment(at)}</strong>{' '}
            {signatures.map((each) => t('signatures.changed', { name: each.signer || '—', before: validity(each.before), after: validity(each.after) })).join(' ')}{' '}
            {before !== after && t('signatures.verdictChanged', { before: t(`verdict.${before}`), after: t(`verdict.${after}`) })}
          </li>
        ))}
      </ul>
    </>
  );
}

function Signature({ signature }: { signature: ElectronicSignatureView }) {
  const { t, say, moment } = useWords();
  const { validity, reason, otherReasons, signer, nextCheck } = signature;
  return (
    <>
      <p>
        <Tag tone={TAGS[validity].tone} icon={TAGS[validity].icon}>
          {t(`signatures.validity.${validity}`)}
        </Tag>{' '}
        {[reason, ...otherReasons].map(say).join(' ')}
      </p>
      <dl className="facts">
        {signer === null ? <Fact name={t('signatures.signer')}>{t('signatures.nobody')}</Fact> : <Signer signer={signer} />}
        <Fact name={t('signatures.time')}>
          <Time signature={signature} />
        </Fact>
        <Fact name={t('signatures.later')}>
          <Later signature={signature} />
        </Fact>
        {nextCheck !== null && <Fact name={t('signatures.next')}>{moment(nextCheck)}</Fact>}
      </dl>
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Signer({ signer }: { signer: NonNullable<ElectronicSignatureView['signer']> }) {
  const { t, say } = useWords();
  const { name, iin, organisation, bin, isOwnBody, kind, roles } = signer;
  const none = t('signatures.notNamed');
  return (
    <>
      <Fact name={t('signatures.signer')}>{name || none}</Fact>
      <Fact name={t('signatures.iin')}>{iin ?? none}</Fact>
      <Fact name={t('signatures.organisation')}>{organisation ?? none}</Fact>
      <Fact name={t('signatures.bin')}>
        {bin ?? none}
        {isOwnBody !== null && <span className={isOwnBody ? 'muted' : 'is-other'}> {t(isOwnBody ? 'signatures.ownBody' : 'signatures.otherBody')}</span>}
      </Fact>
      <Fact name={t('signatures.role')}>{[kind, ...roles].map(say).filter((words, place, all) => all.indexOf(words) === place).join(', ')}</Fact>
    </>
  );
}

/** What nobody vouches for is not passed off as the time of signing. */
function Time({ signature: { trustedTime, timeAuthority, claimedTime } }: { signature: ElectronicSignatureView }) {
  const { t, moment } = useWords();
  if (trustedTime !== null) {
    return (
      <>
        {moment(trustedTime)} <span className="muted">{t('signatures.stamped', { authority: timeAuthority ?? '' })}</span>
      </>
    );
  }
  return (
    <>
      {t('signatures.noTime')}
      {claimedTime !== null && <span className="muted"> {t('signatures.claimed', { moment: moment(claimedTime) })}</span>}
    </>
  );
}

function Later({ signature: { laterBytes, laterChanges, changedPages } }: { signature: ElectronicSignatureView }) {
  const { t, say, number } = useWords();
  if (laterBytes === null) {
    return t('signatures.laterUnknown');
  }
  if (laterBytes === 0) {
    return t('signatures.laterNothing');
  }
  return (
    <>
      {t('signatures.laterBytes', { bytes: number(laterBytes) })}
      {laterChanges.length > 0 && ` ${t('signatures.laterChanges', { changes: laterChanges.map(say).join(', ') })}`}
      {changedPages.length > 0 && ` ${t('signatures.changedPages', { pages: changedPages.join(', ') })}`}
    </>
  );
}
