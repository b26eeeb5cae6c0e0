import { DownloadOutlined } from '@ant-design/icons';
import type { EvidenceView } from '@aigaq/api';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { getBlob } from '../../api/client.js';
import { useWords } from '../../texts/words.js';
import { useAnnounce } from '../../ui/announcer.js';
import { useFailureText } from '../../ui/states.js';

/** Saves the original, byte for byte as it was uploaded. It needs the bearer token, so a plain link will not do. */
export function OriginalButton({ evidence: { id, fileName } }: { evidence: EvidenceView }) {
  const { t } = useWords();
  const announce = useAnnounce();
  const textOf = useFailureText();
  const load = useMutation({
    mutationFn: () => getBlob(`/api/evidence/documents/${encodeURIComponent(id)}/file`),
    onSuccess: (blob) => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(blob);
      link.download = fileName;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    },
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
