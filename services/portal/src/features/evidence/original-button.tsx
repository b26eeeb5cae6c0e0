import { DownloadOutlined } from '@ant-design/icons';
import { useWords } from '../../texts/words.js';
import { pathTo } from './documents.js';
import { SaveButton } from './save-button.js';

interface OriginalButtonProps {
  evidenceId: string;
  /** Of the file in the paper, from 1. */
  number: number;
  fileName: string;
}

/** Saves an original, byte for byte as it was uploaded. */
export function OriginalButton({ evidenceId, number, fileName }: OriginalButtonProps) {
  const { t } = useWords();
  return <SaveButton path={`${pathTo(evidenceId)}/files/${number}`} fileName={fileName} label={t('facts.download', { name: fileName })} icon={<DownloadOutlined />} />;
}
