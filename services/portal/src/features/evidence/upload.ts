import type { EvidenceView, StartUpload, Subject, UploadView } from '@aigaq/api';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { post } from '../../api/client.js';
import { postFile } from '../../api/post-file.js';
import { checkFile, type FileRefusal, type PaperRefusal, refusalOfPaper, sha256Of } from './check-file.js';

export type UploadState =
  | { step: 'idle' }
  | { step: 'preparing' | 'finishing' | 'done'; fileName: string }
  | { step: 'sending'; fileName: string; share: number }
  | { step: 'refused'; fileName: string; refusal: FileRefusal | PaperRefusal }
  | { step: 'failed'; fileName: string; error: unknown; files: File[] };

type Announced = Pick<StartUpload, 'fileName' | 'mediaType' | 'size' | 'sha256'>;
type Forms = Pick<UploadView, 'form' | 'furtherForms'>;

const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';

/** What is told to the service of each file, or the first that it would refuse. */
async function announcedOf(files: readonly File[]): Promise<Announced[] | { fileName: string; refusal: FileRefusal | PaperRefusal }> {
  const refusal = refusalOfPaper(files);
  if (refusal !== undefined) {
    return { fileName: '', refusal };
  }
  const announced: Announced[] = [];
  for (const file of files) {
    const checked = await checkFile(file);
    if ('refusal' in checked) {
      return { fileName: file.name, refusal: checked.refusal };
    }
    announced.push({ fileName: file.name, mediaType: checked.mediaType, size: file.size, sha256: await sha256Of(file) });
  }
  return announced;
}

/** One after the other; the share is of all bytes. */
async function postAll({ form, furtherForms }: Forms, files: readonly File[], onShare: (share: number, fileName: string) => void, signal: AbortSignal): Promise<void> {
  const total = files.reduce((sum, { size }) => sum + size, 0);
  let sent = 0;
  const forms = [form, ...furtherForms];
  for (const [place, file] of files.entries()) {
    onShare(sent / total, file.name);
    await postFile(forms[place]!, file, (share) => onShare((sent + share * file.size) / total, file.name), signal);
    sent += file.size;
  }
}

/** One paper at a time: checks, hashes, signed forms, the store, `complete`. `onStored` gets the paper, which the machine then reads. */
export function useUpload(subject: Subject, onStored: (stored: EvidenceView) => void) {
  const queries = useQueryClient();
  const [state, setState] = useState<UploadState>({ step: 'idle' });
  const running = useRef<AbortController | null>(null);

  const send = async (files: File[]): Promise<void> => {
    const fileName = files[0]?.name ?? '';
    const stop = new AbortController();
    running.current = stop;
    try {
      setState({ step: 'preparing', fileName });
      const announced = await announcedOf(files);
      if ('refusal' in announced) {
        setState({ step: 'refused', ...announced });
        return;
      }
      const [first, ...further] = announced;
      const start: StartUpload = { subject, ...first!, ...(further.length > 0 && { further }) };
      const { id, ...forms } = await post<UploadView>('/api/evidence/uploads', start);
      await postAll(forms, files, (share, name) => setState({ step: 'sending', fileName: name, share }), stop.signal);
      setState({ step: 'finishing', fileName });
      const stored = await post<EvidenceView>(`/api/evidence/uploads/${encodeURIComponent(id)}/complete`);
      await queries.invalidateQueries({ queryKey: ['evidence', subject.type, subject.id] });
      setState({ step: 'done', fileName: stored.fileName });
      onStored(stored);
    } catch (error) {
      setState(isAbort(error) ? { step: 'idle' } : { step: 'failed', fileName, error, files });
    }
  };

  return { state, send: (files: File[]) => void send(files), stop: () => running.current?.abort() };
}
