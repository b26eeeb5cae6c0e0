import type { AudienceKind, CardEdit, EditionView, Localised, SubtaskView } from '@aigaq/api';
import { Checkbox } from 'antd';
import { useWords } from '../../texts/words.js';
import { ActDialog } from '../../ui/act-dialog.js';
import { ChoiceField } from '../../ui/choice-field.js';
import { useEntered } from '../../ui/entered.js';
import { isWhole, trimmed } from '../../ui/filled.js';
import { LocalisedFields } from '../../ui/localised-fields.js';
import { TextField } from '../../ui/text-field.js';
import { useUnsavedGuard } from '../../ui/unsaved-guard.js';
import { useEdit } from './card.js';

/** Something of the tree: what it is, and what stands beside it. */
export interface Node {
  level: 'card' | 'project' | 'task' | 'subtask';
  code: string;
  title?: Localised;
  parent: string | null;
  siblings: string[];
}

interface DialogProps {
  view: EditionView;
  node: Node;
  onClose: () => void;
}

const NOTHING: Localised = { kk: '', ru: '' };
const BELOW = { card: 'project', project: 'task', task: 'subtask' } as const;
const PERIODS = ['year', 'half', 'quarter', 'month', 'once'] as const;
const SUBMISSIONS = ['upload', 'agency-confirms'] as const;
const SECRECIES = ['none', 'restricted', 'tax'] as const;
const KINDS: readonly AudienceKind[] = ['agency-department', 'central', 'akimat-region', 'akimat-republican-city', 'akimat-district', 'akimat-city', 'quasi-state'];
const LONGEST = 4000;
const CODE = /^\d{1,2}(\.\d{1,2}){0,4}$/;

/** A project or a task has a name only. */
export function NameDialog({ view, node, onClose }: DialogProps) {
  const { t } = useWords();
  const { entered, set, told, tell } = useEntered({ title: node.title ?? NOTHING });
  const edit = useEdit(view);
  useUnsavedGuard(entered.title !== node.title && !edit.isSuccess);
  const body: CardEdit[] | undefined =
    node.level === 'card' || !isWhole(entered.title) ? undefined : [{ act: 'name', level: node.level, code: node.code, title: trimmed(entered.title) }];
  return (
    <ActDialog title={t('editor.editOf', { code: node.code })} okText={t('save')} done={t('editor.done')} act={edit} body={body} onTell={tell} onClose={onClose}>
      <LocalisedFields label={t('cardFields.title')} value={entered.title} onChange={set('title')} maxLength={LONGEST} told={told(!isWhole(entered.title), t('editor.needBoth'))} />
    </ActDialog>
  );
}

/** Undefined while something is missing. */
function additionOf({ level: above, code: parent }: Node, level: 'project' | 'task' | 'subtask', { code, title, like }: { code: string; title: Localised; like: string | null }): CardEdit[] | undefined {
  const isFull = CODE.test(code) && isWhole(title) && (level !== 'subtask' || like !== null);
  return isFull ? [{ act: 'add', level, parent: above === 'card' ? null : parent, code, title: trimmed(title), ...(like !== null && { like }) }] : undefined;
}

/** What is added stands below `node`, at the end; a subtask takes its rule over from another one. */
export function AddDialog({ view, node, onClose }: DialogProps) {
  const { t, say } = useWords();
  const level = node.level === 'subtask' ? 'subtask' : BELOW[node.level];
  const subtasks = view.projects.flatMap(({ tasks }) => tasks.flatMap((task) => task.subtasks));
  const { entered, set, told, tell } = useEntered({ code: '', title: NOTHING, like: null as string | null });
  const edit = useEdit(view);
  const { code, title, like } = entered;
  const isCode = CODE.test(code);
  useUnsavedGuard((code !== '' || title !== NOTHING) && !edit.isSuccess);
  const body = additionOf(node, level, entered);
  return (
    <ActDialog title={t(`editor.add.${level}`)} okText={t('editor.addOk')} done={t('editor.done')} act={edit} body={body} onTell={tell} onClose={onClose}>
      <TextField label={t('editor.code')} value={code} onChange={set('code')} maxLength={14} isRequired hint={t('editor.codeHint')} told={told(!isCode, t('editor.needCode'))} />
      <LocalisedFields label={t('cardFields.title')} value={title} onChange={set('title')} maxLength={LONGEST} told={told(!isWhole(title), t('editor.needBoth'))} />
      {level === 'subtask' && (
        <ChoiceField
          label={t('editor.like')}
          value={like}
          onChange={set('like')}
          options={subtasks.map((subtask) => ({ value: subtask.code, label: `${subtask.code} ${say(subtask.title)}` }))}
          told={told(like === null, t('editor.needLike'))}
        />
      )}
    </ActDialog>
  );
}

export function SubtaskDialog({ view, subtask, onClose }: { view: EditionView; subtask: SubtaskView; onClose: () => void }) {
  const { t, coded } = useWords();
  const { title, description, executors, period, submission, secrecy } = subtask;
  const initial = { title, description, executors, period, submission, secrecy, audience: subtask.audience as AudienceKind[], notes: subtask.notes, origins: subtask.origins.join(' ') };
  const { entered, set, told, tell } = useEntered(initial);
  const edit = useEdit(view);
  const changed = Object.fromEntries(Object.entries(entered).filter(([name, value]) => value !== initial[name as keyof typeof initial]));
  useUnsavedGuard(Object.keys(changed).length > 0 && !edit.isSuccess);
  const notes = entered.notes.filter(({ kk, ru }) => kk.trim() !== '' || ru.trim() !== '');
  const isFull = [entered.title, entered.description, entered.executors, ...notes].every(isWhole) && entered.audience.length > 0;
  const { origins, ...rest } = changed;
  const { code } = subtask;
  const edits: CardEdit[] = [
    ...(Object.keys(rest).length > 0 ? [{ act: 'change' as const, code, fields: { ...rest, ...('notes' in rest && { notes }) } }] : []),
    ...(origins === undefined ? [] : [{ act: 'map' as const, code, from: entered.origins.split(/[\s,;]+/).filter((each) => each !== '') }]),
  ];
  const body = isFull && edits.length > 0 ? edits : undefined;
  const both = (name: 'title' | 'description' | 'executors', label: string) => (
    <LocalisedFields label={label} value={entered[name]} onChange={set(name)} maxLength={LONGEST} told={told(!isWhole(entered[name]), t('editor.needBoth'))} />
  );
  return (
    <ActDialog title={t('editor.editOf', { code: subtask.code })} okText={t('save')} done={t('editor.done')} act={edit} body={body} onTell={tell} onClose={onClose}>
      {both('title', t('cardFields.title'))}
      {both('description', t('cardFields.description'))}
      {both('executors', t('cardFields.executors-text'))}
      <fieldset className="field-pair">
        <legend>{t('cardFields.audience-kinds')}</legend>
        <Checkbox.Group value={entered.audience} onChange={set('audience')} options={KINDS.map((kind) => ({ value: kind, label: coded('bodyKinds', kind) }))} />
      </fieldset>
      <div className="fields">
        <ChoiceField label={t('cardFields.period')} value={entered.period} onChange={set('period')} options={PERIODS.map((each) => ({ value: each, label: t(`periods.${each}`) }))} />
        <ChoiceField label={t('cardFields.submission')} value={entered.submission} onChange={set('submission')} options={SUBMISSIONS.map((each) => ({ value: each, label: t(`cardValues.${each}`) }))} />
        <ChoiceField label={t('cardFields.secrecy')} value={entered.secrecy} onChange={set('secrecy')} options={SECRECIES.map((each) => ({ value: each, label: t(`secrecy.${each}`) }))} />
      </div>
      {view.rolledFrom !== null && (
        <TextField label={t('editor.origins', { edition: view.rolledFrom })} value={entered.origins} onChange={set('origins')} maxLength={200} hint={t('editor.originsHint')} />
      )}
      {[...entered.notes, NOTHING].map((note, at) => (
        <LocalisedFields
          key={at}
          label={t('editor.note', { number: at + 1 })}
          value={note}
          isRequired={false}
          maxLength={LONGEST}
          onChange={(value) => set('notes')(at < entered.notes.length ? entered.notes.with(at, value) : [...entered.notes, value])}
        />
      ))}
    </ActDialog>
  );
}
