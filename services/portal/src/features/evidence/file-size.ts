import { useWords } from '../../texts/words.js';

/** Bytes in words: «340 КБ», «1,2 МБ». */
export function useFileSize(): (bytes: number) => string {
  const { t, number } = useWords();
  return (bytes) =>
    bytes < 1024 * 1024
      ? t('size.kilobytes', { size: number(Math.max(1, bytes / 1024)) })
      : t('size.megabytes', { size: number(bytes / 1024 / 1024, 1) });
}
