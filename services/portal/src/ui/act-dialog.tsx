import type { UseMutationResult } from '@tanstack/react-query';
import { Modal } from 'antd';
import { type ReactNode, type SubmitEvent, useId, useState } from 'react';
import { useWords } from '../texts/words.js';
import { useAnnounce } from './announcer.js';
import { Failure } from './states.js';

interface ActDialogProps<TBody, TAnswer> {
  title: string;
  okText: string;
  /** What is said when it is done. */
  done: string;
  isDanger?: boolean;
  act: UseMutationResult<TAnswer, Error, TBody>;
  /** What is sent; undefined while something is missing or wrong: then nothing is sent and `onTell` shows what. */
  body: TBody | undefined;
  onTell: () => void;
  onDone?: (answer: TAnswer) => void;
  onClose: () => void;
  children: ReactNode;
}

/** A form in a dialog that does one act: says what is wrong before sending, the refusal of the service in its words, and that it is done. */
export function ActDialog<TBody, TAnswer>(props: ActDialogProps<TBody, TAnswer>) {
  const { title, okText, done, isDanger = false, act, body, onTell, onDone, onClose, children } = props;
  const { t } = useWords();
  const announce = useAnnounce();
  const form = useId();
  const [isOpen, setOpen] = useState(true);
  const finish = (answer: TAnswer): void => {
    announce(done);
    setOpen(false);
    onDone?.(answer);
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    onTell();
    if (body !== undefined) {
      act.mutate(body, { onSuccess: finish });
    }
  };
  return (
    <Modal
      open={isOpen}
      title={title}
      width={640}
      okText={okText}
      cancelText={t('cancel')}
      okButtonProps={{ htmlType: 'submit', form, loading: act.isPending, danger: isDanger }}
      // First closed, then taken away: so the focus goes back to the button that opened it.
      onCancel={() => setOpen(false)}
      afterClose={onClose}
    >
      <form id={form} className="stack dialog-form" onSubmit={submit} noValidate>
        {children}
        {act.isError && <Failure error={act.error} />}
      </form>
    </Modal>
  );
}
