import { FileSearchOutlined } from '@ant-design/icons';
import type { EvidenceView } from '@aigaq/api';
import { useQueryClient } from '@tanstack/react-query';
import { useWords } from '../../texts/words.js';
import { pathTo } from './documents.js';
import { SaveButton } from './save-button.js';

/** The copy in which one can search: saved when it is ready, asked for when there is none yet, told about when it is being made. */
export function CopyButton({ evidence: { id, fileName, copy } }: { evidence: EvidenceView }) {
  const { t } = useWords();
  const queries = useQueryClient();
  const isOffered = copy === 'ready' || copy === 'none';
  return (
    <span className="copy-state">
      {t(`copyOf.${copy}`)}
      {isOffered && (
        <SaveButton
          path={`${pathTo(id)}/searchable`}
          fileName={`${fileName.replace(/\.[^.]{1,5}$/, '')} (${t('copyOf.mark')}).pdf`}
          label={t('copyOf.download', { name: fileName })}
          icon={<FileSearchOutlined />}
          onSettled={() => queries.invalidateQueries({ queryKey: ['evidence'] })}
        />
      )}
    </span>
  );
}
