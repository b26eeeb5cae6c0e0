import { DownloadOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { getBlob, pathOf } from '../../api/client.js';
import { useWords } from '../../texts/words.js';
import { useAnnounce } from '../../ui/announcer.js';
import { useTellFailure } from '../../ui/failure-told.js';
import { saveBlob } from '../evidence/save-blob.js';
import type { RecordFilter } from './filter-form.js';

/** Takes along what the filter shows, in the form that can be verified without the system. */
export function ExportButton({ filter }: { filter: RecordFilter }) {
  const { t } = useWords();
  const announce = useAnnounce();
  const tellFailure = useTellFailure();
  const load = useMutation({
    mutationFn: () => getBlob(pathOf('/api/audit/export', filter)),
    onSuccess: (blob) => {
      saveBlob(blob, 'audit-export.ndjson');
      announce(t('audit.exported'));
    },
    onError: tellFailure,
  });
  return (
    <Button icon={<DownloadOutlined />} loading={load.isPending} onClick={() => load.mutate()}>
      {t('audit.export')}
    </Button>
  );
}
