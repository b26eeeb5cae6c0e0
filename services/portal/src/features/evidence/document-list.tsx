import type { EvidenceView } from '@aigaq/api';
import { Checkbox } from 'antd';
import { useWords } from '../../texts/words.js';
import { Tag } from '../../ui/tag.js';
import { MachineTag } from '../queue/states.js';
import { useFileSize } from './file-size.js';

interface DocumentListProps {
  documents: EvidenceView[];
  shownId: string | undefined;
  onShow: (id: string) => void;
  /** Ids that were handed in before. */
  handedIn: ReadonlySet<string>;
  /** When given, papers are chosen for handing in. */
  chosen?: { ids: ReadonlySet<string>; onChoose: (id: string, isChosen: boolean) => void } | undefined;
}

/** All versions, newest first; nothing is ever taken away. */
export function DocumentList({ documents, shownId, onShow, handedIn, chosen }: DocumentListProps) {
  const { t, moment } = useWords();
  const sizeOf = useFileSize();
  const several = (files: number): string[] => (files > 1 ? [t('papers.files', { files })] : []);
  return (
    <ul className="papers" aria-label={t('papers.title')}>
      {documents.map(({ id, version, fileName, size, storedAt, uploadedBy, state, check, preliminary, pageCount, files }) => (
        <li key={id} className={id === shownId ? 'paper is-shown' : 'paper'}>
          {chosen !== undefined && (
            <Checkbox
              checked={chosen.ids.has(id)}
              onChange={({ target }) => chosen.onChoose(id, target.checked)}
              aria-label={t('papers.choose', { name: fileName, version })}
            />
          )}
          <button type="button" className="paper-in" aria-pressed={id === shownId} onClick={() => onShow(id)}>
            <span className="paper-name">
              <span className="paper-version">{t('papers.version', { version })}</span> <span className="wrap">{fileName}</span>
            </span>
            <span className="muted small">
              {[sizeOf(size), ...several(files.length)].join(' · ')} · {uploadedBy.name} · {moment(storedAt)}
            </span>
          </button>
          <span className="paper-states">
            {handedIn.has(id) && <Tag>{t('papers.handedIn')}</Tag>}
            {state === 'waiting' && <span className="reading">{preliminary === null ? t('papers.reading') : t('papers.readingPages', { read: preliminary.pagesRead, pages: pageCount })}</span>}
            {state === 'unreadable' && <Tag tone="bad">{t('papers.unreadable')}</Tag>}
            {state === 'checked' && <MachineTag verdict={check?.verdict ?? null} />}
          </span>
        </li>
      ))}
    </ul>
  );
}
