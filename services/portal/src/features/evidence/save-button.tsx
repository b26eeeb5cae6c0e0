import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { getBlob, pathOf } from '../../api/client.js';
import { useAnnounce } from '../../ui/announcer.js';
import { useFailureText } from '../../ui/states.js';
import { usePurpose } from './purpose.js';
import { saveBlob } from './save-blob.js';

interface SaveButtonProps {
  path: string;
  /** The name under which it is saved. */
  fileName: string;
  label: string;
  icon: ReactNode;
  onSettled?: () => Promise<void>;
}

/** Saves a file of a paper. It needs the bearer token, so a plain link will not do. */
export function SaveButton({ path, fileName, label, icon, onSettled }: SaveButtonProps) {
  const announce = useAnnounce();
  const textOf = useFailureText();
  const purpose = usePurpose();
  const load = useMutation({
    mutationFn: () => getBlob(pathOf(path, { purpose })),
    onSuccess: (blob) => saveBlob(blob, fileName),
    onError: (error) => announce(textOf(error), 'error'),
    ...(onSettled && { onSettled }),
  });
  return <Button size="small" type="text" icon={icon} aria-label={label} loading={load.isPending} onClick={() => load.mutate()} />;
}
