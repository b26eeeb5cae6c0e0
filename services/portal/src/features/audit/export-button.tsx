import { DownloadOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { getBlob, pathOf } from '../../api/client.js';
import { useWords } from '../../texts/words.js';
import { useAnnounce } from '../../ui/announcer.js';
import { useFailureText } from '../../ui/states.js';
import { saveBlob } from '../evidence/save-blob.js';
import type { RecordFilter } from './filter-form.js';

/** Takes along what the filter shows, in the form that can be verified without the system. */
export function ExportButton({ filter }: { filter: RecordFilter }) {
  const { t } = useWords();
  const announce = useAnnounce();
  const textOf = useFailureText();
  const load = useMutation({
    mutationFn: () => getBlob(pathOf('/api/audit/export', filter)),
    onSuccess: (blob) => {
      saveBlob(blob, 'audit-export.ndjson');
      announce(t('audit.exported'));
    },
    onError: (error) => announce(textOf(error), 'error'),
  });
  return (
    <Button icon={<DownloadOutlined />} loading={load.isPending} onClick={() => load.mutate()}>
      {t('audit.export')}
    </Button>
  );
}
