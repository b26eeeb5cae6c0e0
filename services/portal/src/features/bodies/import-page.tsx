import type { RegisterImportView } from '@aigaq/api';
import { Button } from 'antd';
import { type RefObject, useRef, useState } from 'react';
import { useWords } from '../../texts/words.js';
import { Page } from '../../ui/page.js';
import { Failure, SkeletonLines } from '../../ui/states.js';
import { Step } from '../card/step.js';
import { countOf, isWritable, type Sheet, useImport } from './import.js';
import { ImportRows } from './import-rows.js';
import { SheetChooser } from './sheet-chooser.js';
import { WriteStep } from './write-step.js';

/** A file, what would become of each row, and only then the register. */
export function ImportPage() {
  const { t } = useWords();
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const check = useImport(true);
  const write = useImport(false);
  const checked = useRef<HTMLDivElement>(null);
  const choose = (chosen: Sheet): void => {
    setSheet(chosen);
    write.reset();
    check.mutate(chosen, { onSuccess: () => checked.current?.focus() });
  };
  const plan = check.data;
  const isReady = plan !== undefined && isWritable(plan);
  const isWritten = write.data?.written === true;
  return (
    <Page title={t('bodies.import.title')} lead={t('bodies.import.lead')} crumbs={[{ to: '/bodies', text: t('bodies.title') }]}>
      <ol className="steps">
        <Step number={1} title={t('bodies.import.steps.file')} isDone={sheet !== null} isNow={sheet === null}>
          <SheetChooser chosen={sheet} isBusy={check.isPending || write.isPending} onChoose={choose} />
        </Step>
        <Step number={2} title={t('bodies.import.steps.check')} isDone={isReady} isNow={sheet !== null && !isReady}>
          <Check check={check} sheet={sheet} into={checked} />
        </Step>
        <Step number={3} title={t('bodies.import.steps.write')} isDone={isWritten} isNow={isReady && !isWritten}>
          <Write plan={isReady ? plan : undefined} sheet={sheet} write={write} />
        </Step>
      </ol>
    </Page>
  );
}

interface CheckProps {
  check: ReturnType<typeof useImport>;
  sheet: Sheet | null;
  into: RefObject<HTMLDivElement | null>;
}

function Check({ check, sheet, into }: CheckProps) {
  const { t } = useWords();
  if (sheet === null) {
    return <p className="muted">{t('bodies.import.nothingYet')}</p>;
  }
  return (
    <div ref={into} tabIndex={-1} className="import-checked">
      {check.isPending && <SkeletonLines lines={6} height={36} />}
      {check.isError && <Failure error={check.error} onRetry={() => check.mutate(sheet)} />}
      {check.data !== undefined && !check.isPending && (
        <div className="stack">
          <ImportRows view={check.data} />
          {countOf(check.data, 'refused') > 0 && (
            <div>
              <Button onClick={() => check.mutate(sheet)}>{t('bodies.import.again')}</Button>
            </div>
          )}
        </div>
      )}
    </div>
  );
}

function Write({ plan, sheet, write }: { plan: RegisterImportView | undefined; sheet: Sheet | null; write: ReturnType<typeof useImport> }) {
  const { t } = useWords();
  return plan === undefined || sheet === null ? <p className="muted">{t('bodies.import.later')}</p> : <WriteStep plan={plan} sheet={sheet} write={write} />;
}
