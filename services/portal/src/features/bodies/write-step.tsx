import type { RegisterImportView } from '@aigaq/api';
import { App, Button } from 'antd';
import { Link } from 'react-router';
import { useWords } from '../../texts/words.js';
import { useAnnounce } from '../../ui/announcer.js';
import { Failure } from '../../ui/states.js';
import { changesIn, countOf, type Sheet, type useImport } from './import.js';
import { ImportRows } from './import-rows.js';

interface WriteStepProps {
  plan: RegisterImportView;
  sheet: Sheet;
  write: ReturnType<typeof useImport>;
}

/** Writes what was checked, after a question; the register may have changed since, so the result is told row by row again. */
export function WriteStep({ plan, sheet, write }: WriteStepProps) {
  const { t, number } = useWords();
  const announce = useAnnounce();
  const { modal } = App.useApp();
  const result = write.data;
  const values = { created: number(countOf(plan, 'created')), changed: number(countOf(plan, 'changed')), closed: number(countOf(plan, 'closed')) };
  const send = (): void =>
    write.mutate(sheet, { onSuccess: ({ written }) => announce(t(written ? 'bodies.import.done' : 'bodies.import.notWritten'), written ? 'success' : 'error') });
  const ask = (): void =>
    void modal.confirm({
      title: t('bodies.import.question'),
      content: t('bodies.import.means', values),
      okText: t('bodies.import.write'),
      cancelText: t('cancel'),
      onOk: send,
    });
  if (result?.written === true) {
    return (
      <>
        <p className="notice-good">{t('bodies.import.written', { number: number(changesIn(result)) })}</p>
        <Link to="/bodies">{t('bodies.import.toBodies')}</Link>
      </>
    );
  }
  return (
    <div className="stack">
      <p>{t('bodies.import.means', values)}</p>
      <div>
        <Button type="primary" loading={write.isPending} onClick={ask}>
          {t('bodies.import.write')}
        </Button>
      </div>
      {write.isError && <Failure error={write.error} />}
      {result !== undefined && (
        <>
          <p className="notice-bad" role="alert">
            {t('bodies.import.notWritten')}
          </p>
          <ImportRows view={result} />
        </>
      )}
    </div>
  );
}
