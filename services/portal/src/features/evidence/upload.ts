import type { EvidenceView, StartUpload, Subject, UploadView } from '@aigaq/api';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { post } from '../../api/client.js';
import { postFile } from '../../api/post-file.js';
import { checkFile, type FileRefusal, sha256Of } from './check-file.js';

export type UploadState =
  | { step: 'idle' }
  | { step: 'preparing' | 'finishing' | 'done'; fileName: string }
  | { step: 'sending'; fileName: string; share: number }
  | { step: 'refused'; fileName: string; refusal: FileRefusal }
  | { step: 'failed'; fileName: string; error: unknown; file: File };

const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';

/** One file at a time: checks, hash, signed form, the store, `complete`. `onStored` gets the paper, which the machine then reads. */
export function useUpload(subject: Subject, onStored: (stored: EvidenceView) => void) {
  const queries = useQueryClient();
  const [state, setState] = useState<UploadState>({ step: 'idle' });
  const running = useRef<AbortController | null>(null);

  const send = async (file: File): Promise<void> => {
    const fileName = file.name;
    const stop = new AbortController();
    running.current = stop;
    try {
      setState({ step: 'preparing', fileName });
      const checked = await checkFile(file);
      if ('refusal' in checked) {
        setState({ step: 'refused', fileName, refusal: checked.refusal });
        return;
      }
      const start: StartUpload = { subject, fileName, mediaType: checked.mediaType, size: file.size, sha256: await sha256Of(file) };
      const { id, form } = await post<UploadView>('/api/evidence/uploads', start);
      setState({ step: 'sending', fileName, share: 0 });
      await postFile(form, file, (share) => setState({ step: 'sending', fileName, share }), stop.signal);
      setState({ step: 'finishing', fileName });
      const stored = await post<EvidenceView>(`/api/evidence/uploads/${encodeURIComponent(id)}/complete`);
      await queries.invalidateQueries({ queryKey: ['evidence', subject.type, subject.id] });
      setState({ step: 'done', fileName });
      onStored(stored);
    } catch (error) {
      setState(isAbort(error) ? { step: 'idle' } : { step: 'failed', fileName, error, file });
    }
  };

  return { state, send: (file: File) => void send(file), stop: () => running.current?.abort() };
}
