import { CloudUploadOutlined } from '@ant-design/icons';
import type { EvidenceView, Subject } from '@aigaq/api';
import { Button } from 'antd';
import { type DragEvent, useId, useRef, useState } from 'react';
import { useWords } from '../../texts/words.js';
import { ApiError } from '../../api/problem.js';
import { Failure } from '../../ui/states.js';
import { ACCEPTED, inOrder } from './check-file.js';
import { ChosenFiles } from './chosen-files.js';
import { type UploadState, useUpload } from './upload.js';

interface UploadAreaProps {
  subject: Subject;
  onStored: (stored: EvidenceView) => void;
}

/** The same file chosen again is the same page. */
const keyOf = ({ name, size, lastModified }: File): string => `${name} ${size} ${lastModified}`;

function added(chosen: readonly File[], more: readonly File[]): File[] {
  const known = new Set(chosen.map(keyOf));
  return [...chosen, ...inOrder(more).filter((file) => !known.has(keyOf(file)))];
}

/** Drop a scan here or choose it by the button: one file goes at once, several are put in order first and become one paper. */
export function UploadArea({ subject, onStored }: UploadAreaProps) {
  const { t } = useWords();
  const hint = useId();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const [chosen, setChosen] = useState<File[] | null>(null);
  const { state, send, stop } = useUpload(subject, (stored) => {
    setChosen(null);
    onStored(stored);
  });
  const isBusy = ['preparing', 'sending', 'finishing'].includes(state.step);
  const take = (files: readonly File[]): void => {
    if (files.length === 0 || isBusy) {
      return;
    }
    if (files.length === 1 && chosen === null) {
      send([...files]);
    } else {
      setChosen(added(chosen ?? [], files));
    }
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    take([...event.dataTransfer.files]);
  };
  return (
    <div
      className={isOver ? 'drop is-over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <CloudUploadOutlined className="drop-icon" aria-hidden="true" />
      <div className="drop-words">
        <p>{t('upload.drop')}</p>
        <p id={hint} className="muted small">
          {t('upload.limits')}
        </p>
      </div>
      <div className="drop-buttons">
        <Button type="primary" disabled={isBusy} aria-describedby={hint} onClick={() => input.current?.click()}>
          {t(chosen === null ? 'upload.choose' : 'upload.add')}
        </Button>
        {chosen === null && (
          <Button type="link" disabled={isBusy} onClick={() => setChosen([])}>
            {t('upload.several')}
          </Button>
        )}
      </div>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={ACCEPTED}
        aria-label={t('upload.choose')}
        onChange={({ target }) => {
          take([...(target.files ?? [])]);
          target.value = '';
        }}
      />
      {chosen !== null && <ChosenFiles files={chosen} isBusy={isBusy} onChange={setChosen} onSend={() => send(chosen)} onCancel={() => setChosen(null)} />}
      <Progress state={state} onStop={stop} onRetry={send} />
    </div>
  );
}

function Progress({ state, onStop, onRetry }: { state: UploadState; onStop: () => void; onRetry: (files: File[]) => void }) {
  const { t } = useWords();
  if (state.step === 'idle') {
    return <div className="drop-state" role="status" />;
  }
  if (state.step === 'failed') {
    return (
      <div className="drop-state">
        <RefusedFile error={state.error} />
        <Failure error={state.error} onRetry={() => onRetry(state.files)} />
      </div>
    );
  }
  if (state.step === 'refused') {
    return (
      <p className="drop-state notice-bad" role="alert">
        {t(`upload.refused.${state.refusal}`, { name: state.fileName })}
      </p>
    );
  }
  const percent = state.step === 'sending' ? Math.round(state.share * 100) : state.step === 'finishing' || state.step === 'done' ? 100 : 0;
  return (
    <div className="drop-state">
      <p role="status">{t(`upload.${state.step}`, { name: state.fileName })}</p>
      <div className="row">
        <progress max={100} value={percent} aria-label={t('upload.progress')} />
        <span className="figure">{percent} %</span>
        {state.step === 'sending' && (
          <Button size="small" onClick={onStop}>
            {t('upload.stop')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Which of several files it is about. */
function RefusedFile({ error }: { error: unknown }) {
  const { t } = useWords();
  const name = error instanceof ApiError ? error.data?.['fileName'] : undefined;
  return name === undefined ? null : <p className="wrap">{t('upload.ofFile', { name: String(name) })}</p>;
}
