import { FileExcelOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type DragEvent, useId, useRef, useState } from 'react';
import { useWords } from '../../texts/words.js';
import { ACCEPTED, type Sheet, type SheetRefusal, sheetOf } from './import.js';

interface SheetChooserProps {
  chosen: Sheet | null;
  isBusy: boolean;
  onChoose: (sheet: Sheet) => void;
}

/** Drop a spreadsheet here or choose it by the button. */
export function SheetChooser({ chosen, isBusy, onChoose }: SheetChooserProps) {
  const { t } = useWords();
  const hint = useId();
  const input = useRef<HTMLInputElement>(null);
  const [refused, setRefused] = useState<{ name: string; refusal: SheetRefusal } | null>(null);
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined || isBusy) {
      return;
    }
    const sheet = await sheetOf(file);
    if (typeof sheet === 'string') {
      setRefused({ name: file.name, refusal: sheet });
    } else {
      setRefused(null);
      onChoose(sheet);
    }
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    void take(event.dataTransfer.files[0]);
  };
  return (
    <div className="drop" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <FileExcelOutlined className="drop-icon" aria-hidden="true" />
      <div className="drop-words">
        <p className="wrap">{chosen === null ? t('bodies.import.drop') : t('bodies.import.chosen', { name: chosen.name })}</p>
        <p id={hint} className="muted small">
          {t('bodies.import.limits')}
        </p>
      </div>
      <div className="drop-buttons">
        <Button type={chosen === null ? 'primary' : 'default'} disabled={isBusy} aria-describedby={hint} onClick={() => input.current?.click()}>
          {t(chosen === null ? 'bodies.import.choose' : 'bodies.import.other')}
        </Button>
      </div>
      <input
        ref={input}
        type="file"
        hidden
        accept={ACCEPTED}
        aria-label={t('bodies.import.choose')}
        onChange={({ target }) => {
          void take(target.files?.[0]);
          target.value = '';
        }}
      />
      {refused !== null && (
        <p className="drop-state notice-bad" role="alert">
          {t(`bodies.import.refused.${refused.refusal}`, { name: refused.name })}
        </p>
      )}
    </div>
  );
}
