import { CheckOutlined, CopyOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useWords } from '../texts/words.js';
import { useAnnounce } from './announcer.js';

/** A long value in full (it wraps) with a button that copies it. */
export function Copyable({ value, label }: { value: string; label: string }) {
  const { t } = useWords();
  const announce = useAnnounce();
  const [isDone, setDone] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(value);
    setDone(true);
    announce(t('copy.done'));
  };
  return (
    <span className="copyable">
      <code>{value}</code>
      <Button
        size="small"
        type="text"
        icon={isDone ? <CheckOutlined /> : <CopyOutlined />}
        aria-label={t('copy.act', { label })}
        onClick={() => void copy().catch(() => announce(t('copy.failed'), 'error'))}
      />
    </span>
  );
}
