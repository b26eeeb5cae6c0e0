import { DownloadOutlined } from '@ant-design/icons';
import type { EvidenceView } from '@aigaq/api';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { getBlob } from '../../api/client.js';
import { useWords } from '../../texts/words.js';
import { useAnnounce } from '../../ui/announcer.js';
import { useFailureText } from '../../ui/states.js';
import { pathTo } from './documents.js';
import { saveBlob } from './save-blob.js';

/** Saves the original, byte for byte as it was uploaded. It needs the bearer token, so a plain link will not do. */
export function OriginalButton({ evidence: { id, fileName } }: { evidence: EvidenceView }) {
  const { t } = useWords();
  const announce = useAnnounce();
  const textOf = useFailureText();
  const load = useMutation({
    mutationFn: () => getBlob(`${pathTo(id)}/file`),
    onSuccess: (blob) => saveBlob(blob, fileName),
    onError: (error) => announce(textOf(error), 'error'),
  });
  return (
    <Button
      size="small"
      type="text"
      icon={<DownloadOutlined />}
      aria-label={t('facts.download', { name: fileName })}
      loading={load.isPending}
      onClick={() => load.mutate()}
    />
  );
}
