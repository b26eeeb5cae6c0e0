import type { CardSheetView, EditionView } from '@aigaq/api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { getBlob, pathOf, postBytes } from '../../api/client.js';
import { useWords } from '../../texts/words.js';
import { useAnnounce } from '../../ui/announcer.js';
import { ChangeList } from '../../ui/change-list.js';
import { DataTable } from '../../ui/data-table.js';
import { Failure } from '../../ui/states.js';
import { saveBlob } from '../evidence/save-blob.js';
import type { Sheet } from '../bodies/import.js';
import { SheetChooser } from '../bodies/sheet-chooser.js';

/** The card as a spreadsheet: saved, changed in it, checked, and only then the draft. */
export function SheetPanel({ view }: { view: EditionView }) {
  const { t } = useWords();
  const announce = useAnnounce();
  const path = `/api/tasks/editions/${encodeURIComponent(view.edition)}/sheet`;
  const save = useMutation({
    mutationFn: () => getBlob(pathOf(path, { version: view.version })),
    onSuccess: (blob) => {
      saveBlob(blob, `${t('editor.sheet.file', { edition: view.edition, version: view.version })}.xlsx`);
      announce(t('editor.sheet.saved'));
    },
  });
  return (
    <details className="block">
      <summary>{t('editor.sheet.title')}</summary>
      <div className="stack">
        <p className="muted small">{t('editor.sheet.lead')}</p>
        <div className="row wrap-row">
          <Button loading={save.isPending} onClick={() => save.mutate()}>
            {t('editor.sheet.export')}
          </Button>
        </div>
        {save.isError && <Failure error={save.error} />}
        {view.status === 'draft' && <Import view={view} path={path} />}
      </div>
    </details>
  );
}

function Import({ view, path }: { view: EditionView; path: string }) {
  const { t } = useWords();
  const announce = useAnnounce();
  const queries = useQueryClient();
  const { modal } = App.useApp();
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const send = (dryRun: boolean) => (file: Sheet) => postBytes<CardSheetView>(path, { dryRun, revision: view.revision }, file.bytes);
  const check = useMutation({ mutationFn: send(true) });
  const write = useMutation({
    mutationFn: send(false),
    onSuccess: async ({ written }) => {
      announce(t(written ? 'editor.sheet.done' : 'editor.sheet.notWritten'), written ? 'success' : 'error');
      await queries.invalidateQueries({ queryKey: ['card'] });
      setSheet(null);
      check.reset();
    },
  });
  const choose = (chosen: Sheet): void => {
    setSheet(chosen);
    check.mutate(chosen);
  };
  const ask = (): void =>
    void modal.confirm({ title: t('editor.sheet.question'), okText: t('editor.sheet.write'), cancelText: t('cancel'), onOk: () => sheet && write.mutate(sheet) });
  const { data } = check;
  return (
    <>
      <SheetChooser chosen={sheet} isBusy={check.isPending || write.isPending} onChoose={choose} />
      {check.isError && <Failure error={check.error} />}
      {write.isError && <Failure error={write.error} />}
      {data !== undefined && <Checked data={data} />}
      {data !== undefined && data.faults.length === 0 && data.changes.length > 0 && (
        <div>
          <Button type="primary" loading={write.isPending} onClick={ask}>
            {t('editor.sheet.write')}
          </Button>
        </div>
      )}
    </>
  );
}

function Checked({ data }: { data: CardSheetView }) {
  const { t, number } = useWords();
  if (data.faults.length > 0) {
    return (
      <>
        <p className="notice-bad" role="alert">
          {t('editor.sheet.refused', { number: number(data.faults.length) })}
        </p>
        <DataTable
          caption={t('editor.sheet.faults')}
          rows={data.faults}
          rowKey={({ sheet, row, column, words }) => `${sheet}:${row}:${column}:${words}`}
          columns={[
            { key: 'sheet', title: t('editor.sheet.sheet'), cell: ({ sheet }) => sheet },
            { key: 'row', title: t('editor.sheet.row'), isNumber: true, cell: ({ row }) => (row === 0 ? '—' : number(row)) },
            { key: 'column', title: t('editor.sheet.column'), cell: ({ column }) => <span className="wrap">{column || '—'}</span> },
            { key: 'words', title: t('editor.sheet.words'), isWide: true, cell: ({ words }) => <span className="wrap">{words}</span> },
          ]}
        />
      </>
    );
  }
  return data.changes.length === 0 ? (
    <p role="status">{t('editor.sheet.same')}</p>
  ) : (
    <>
      <p className="notice-good" role="status">
        {t('editor.sheet.fine', { number: number(data.changes.length) })}
      </p>
      <ChangeList changes={data.changes} />
    </>
  );
}
