import { FileSearchOutlined } from '@ant-design/icons';
import type { EvidenceView } from '@aigaq/api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { getBlob } from '../../api/client.js';
import { useWords } from '../../texts/words.js';
import { useAnnounce } from '../../ui/announcer.js';
import { useFailureText } from '../../ui/states.js';
import { pathTo } from './documents.js';
import { saveBlob } from './save-blob.js';

/** The copy in which one can search: saved when it is ready, asked for when there is none yet, told about when it is being made. */
export function CopyButton({ evidence: { id, fileName, copy } }: { evidence: EvidenceView }) {
  const { t } = useWords();
  const announce = useAnnounce();
  const textOf = useFailureText();
  const queries = useQueryClient();
  const load = useMutation({
    mutationFn: () => getBlob(`${pathTo(id)}/searchable`),
    onSuccess: (blob) => saveBlob(blob, `${fileName.replace(/\.[^.]{1,5}$/, '')} (${t('copyOf.mark')}).pdf`),
    onError: (error) => announce(textOf(error), 'error'),
    onSettled: () => queries.invalidateQueries({ queryKey: ['evidence'] }),
  });
  const isOffered = copy === 'ready' || copy === 'none';
  return (
    <span className="copy-state">
      {t(`copyOf.${copy}`)}
      {isOffered && (
        <Button
          size="small"
          type="text"
          icon={<FileSearchOutlined />}
          aria-label={t('copyOf.download', { name: fileName })}
          loading={load.isPending}
          onClick={() => load.mutate()}
        />
      )}
    </span>
  );
}
