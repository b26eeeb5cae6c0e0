import type { EvidenceView } from '@aigaq/api';
import { useWords } from '../../texts/words.js';
import { Copyable } from '../../ui/copyable.js';
import { CopyButton } from './copy-button.js';
import { useFileSize } from './file-size.js';
import { OriginalButton } from './original-button.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What is known of one paper: read by the machine, and of the file itself. */
export function Facts({ evidence }: { evidence: EvidenceView }) {
  const { t, coded, day, moment } = useWords();
  const sizeOf = useFileSize();
  const { check } = evidence;
  // While the paper is read its rows are there already, so that nothing jumps when they are filled.
  const none = evidence.state === 'waiting' ? '…' : t('facts.none');
  const dateOf = (date: string | null | undefined): string => (date ? (DAY.test(date) ? day(date) : date) : none);
  return (
    <dl className="facts">
      <dt>{t('facts.kind')}</dt>
      <dd>{check?.kind ? coded('kinds', check.kind) : none}</dd>
      <dt>{t('facts.number')}</dt>
      <dd>{check?.number ?? none}</dd>
      <dt>{t('facts.date')}</dt>
      <dd>{dateOf(check?.date)}</dd>
      <dt>{t('facts.signatory')}</dt>
      <dd>{check?.signatory ?? none}</dd>
      <dt>{t(evidence.files.length > 1 ? 'facts.files' : 'facts.file')}</dt>
      {evidence.files.map(({ fileName, size }, place) => (
        <dd key={`${place} ${fileName}`} className="wrap">
          {fileName}, {sizeOf(size)}
          <OriginalButton evidenceId={evidence.id} number={place + 1} fileName={fileName} />
        </dd>
      ))}
      <dt>{t('copyOf.title')}</dt>
      <dd>
        <CopyButton evidence={evidence} />
      </dd>
      <dt>{t('facts.uploaded')}</dt>
      <dd>
        <Uploader evidence={evidence} />, {moment(evidence.storedAt)}
      </dd>
      <dt>SHA-256</dt>
      <dd>
        <Copyable value={evidence.sha256} label="SHA-256" />
      </dd>
    </dl>
  );
}

/** Of what was uploaded on behalf both bodies are named. */
function Uploader({ evidence: { uploadedBy, uploadedFor, uploadedFrom } }: { evidence: EvidenceView }) {
  const { t, say } = useWords();
  const isOnBehalf = uploadedFrom !== null && uploadedFrom.id !== uploadedFor.id;
  return isOnBehalf ? t('facts.onBehalf', { name: uploadedBy.name, from: say(uploadedFrom.name), of: say(uploadedFor.name) }) : uploadedBy.name;
}
