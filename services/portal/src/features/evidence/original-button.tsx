import { DownloadOutlined } from '@ant-design/icons';
import type { EvidenceView } from '@aigaq/api';
import { useWords } from '../../texts/words.js';
import { pathTo } from './documents.js';
import { SaveButton } from './save-button.js';

/** Saves the original, byte for byte as it was uploaded. */
export function OriginalButton({ evidence: { id, fileName } }: { evidence: EvidenceView }) {
  const { t } = useWords();
  return <SaveButton path={`${pathTo(id)}/file`} fileName={fileName} label={t('facts.download', { name: fileName })} icon={<DownloadOutlined />} />;
}
