import { DownloadOutlined } from '@ant-design/icons';
import type { ExportQuery } from '@aigaq/api';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { getBlob, pathOf } from '../../api/client.js';
import { today } from '../../texts/dates.js';
import { useWords } from '../../texts/words.js';
import { useAnnounce } from '../../ui/announcer.js';
import { useTellFailure } from '../../ui/failure-told.js';
import { saveBlob } from '../evidence/save-blob.js';
import { BODIES } from './bodies.js';

type Format = ExportQuery['format'];
const FORMATS: Format[] = ['xlsx', 'csv'];

/** Saves the register as a spreadsheet. It needs the bearer token, so a plain link will not do. */
export function ExportButtons() {
  const { t } = useWords();
  const announce = useAnnounce();
  const tellFailure = useTellFailure();
  const load = useMutation({
    mutationFn: (format: Format) => getBlob(pathOf(`${BODIES}/export`, { format })),
    onSuccess: (blob, format) => {
      saveBlob(blob, `${t('bodies.export.file')} ${today(new Date())}.${format}`);
      announce(t('bodies.export.done'));
    },
    onError: tellFailure,
  });
  return (
    <div className="row wrap-row exports" role="group" aria-label={t('bodies.export.title')}>
      <span className="muted small">{t('bodies.export.title')}</span>
      {FORMATS.map((format) => (
        <Button
          key={format}
          size="small"
          icon={<DownloadOutlined aria-hidden="true" />}
          loading={load.isPending && load.variables === format}
          onClick={() => load.mutate(format)}
        >
          {format.toUpperCase()}
        </Button>
      ))}
    </div>
  );
}
