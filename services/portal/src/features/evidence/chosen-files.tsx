import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useId } from 'react';
import { useWords } from '../../texts/words.js';
import { useAnnounce } from '../../ui/announcer.js';
import { isSignature } from './check-file.js';
import { useFileSize } from './file-size.js';

interface ChosenFilesProps {
  files: File[];
  isBusy: boolean;
  onChange: (files: File[]) => void;
  onSend: () => void;
  onCancel: () => void;
}

/** The files of one paper in the order of its pages, before they are sent together. */
export function ChosenFiles({ files, isBusy, onChange, onSend, onCancel }: ChosenFilesProps) {
  const { t } = useWords();
  const announce = useAnnounce();
  const title = useId();
  const move = (from: number, to: number): void => {
    const moved = files.toSpliced(from, 1).toSpliced(to, 0, files[from]!);
    onChange(moved);
    announce(t('upload.moved', { name: files[from]!.name, place: to + 1, files: files.length }));
  };
  return (
    <section className="chosen-files" aria-labelledby={title}>
      <h3 id={title}>{t('upload.together')}</h3>
      <p className="muted small">{t('upload.togetherHint')}</p>
      <ol>
        {files.map((file, place) => (
          <ChosenFile
            key={`${file.name} ${file.size} ${file.lastModified}`}
            file={file}
            onUp={isBusy || place === 0 ? undefined : () => move(place, place - 1)}
            onDown={isBusy || place === files.length - 1 ? undefined : () => move(place, place + 1)}
            onRemove={isBusy ? undefined : () => onChange(files.toSpliced(place, 1))}
          />
        ))}
      </ol>
      <div className="row">
        <Button type="primary" disabled={isBusy || files.length === 0} onClick={onSend}>
          {t('upload.sendTogether', { files: files.length })}
        </Button>
        <Button disabled={isBusy} onClick={onCancel}>{t('cancel')}</Button>
      </div>
    </section>
  );
}

interface ChosenFileProps {
  file: File;
  onUp: (() => void) | undefined;
  onDown: (() => void) | undefined;
  onRemove: (() => void) | undefined;
}

function ChosenFile({ file, onUp, onDown, onRemove }: ChosenFileProps) {
  const { t } = useWords();
  const sizeOf = useFileSize();
  const { name } = file;
  return (
    <li>
      <span className="chosen-file">
        <span className="wrap">{name}</span>
        <span className="muted small">
          {sizeOf(file.size)}
          {isSignature(file) && ` · ${t('upload.signature')}`}
        </span>
        <Button size="small" type="text" icon={<ArrowUpOutlined />} disabled={onUp === undefined} aria-label={t('upload.up', { name })} onClick={onUp} />
        <Button size="small" type="text" icon={<ArrowDownOutlined />} disabled={onDown === undefined} aria-label={t('upload.down', { name })} onClick={onDown} />
        <Button size="small" type="text" icon={<DeleteOutlined />} disabled={onRemove === undefined} aria-label={t('upload.remove', { name })} onClick={onRemove} />
      </span>
    </li>
  );
}
