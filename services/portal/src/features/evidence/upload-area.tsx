import { CloudUploadOutlined } from '@ant-design/icons';
import type { EvidenceView, Subject } from '@aigaq/api';
import { Button } from 'antd';
import { type DragEvent, useId, useRef, useState } from 'react';
import { useWords } from '../../texts/words.js';
import { Failure } from '../../ui/states.js';
import { ACCEPTED } from './check-file.js';
import { type UploadState, useUpload } from './upload.js';

interface UploadAreaProps {
  subject: Subject;
  onStored: (stored: EvidenceView) => void;
}

/** Drop a scan here or choose it by the button. */
export function UploadArea({ subject, onStored }: UploadAreaProps) {
  const { t } = useWords();
  const hint = useId();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const { state, send, stop } = useUpload(subject, onStored);
  const isBusy = ['preparing', 'sending', 'finishing'].includes(state.step);
  const take = (file: File | null | undefined): void => {
    if (file && !isBusy) {
      send(file);
    }
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files.item(0));
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
      <Button type="primary" disabled={isBusy} aria-describedby={hint} onClick={() => input.current?.click()}>
        {t('upload.choose')}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={ACCEPTED}
        aria-label={t('upload.choose')}
        onChange={({ target }) => {
          take(target.files?.item(0));
          target.value = '';
        }}
      />
      <Progress state={state} onStop={stop} onRetry={send} />
    </div>
  );
}

function Progress({ state, onStop, onRetry }: { state: UploadState; onStop: () => void; onRetry: (file: File) => void }) {
  const { t } = useWords();
  if (state.step === 'idle') {
    return <div className="drop-state" role="status" />;
  }
  if (state.step === 'failed') {
    return (
      <div className="drop-state">
        <Failure error={state.error} onRetry={() => onRetry(state.file)} />
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
