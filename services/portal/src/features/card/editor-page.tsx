import type { CardEdit, EditionView, SubtaskView } from '@aigaq/api';
import { useQuery } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { useWords } from '../../texts/words.js';
import { useAnnounce } from '../../ui/announcer.js';
import { Page } from '../../ui/page.js';
import { Failure, Loaded, SkeletonLines } from '../../ui/states.js';
import { editionQuery, useEdit, versionOf, versionPath } from './card.js';
import { AddDialog, NameDialog, type Node, SubtaskDialog } from './editor-dialogs.js';
import { SheetPanel } from './sheet-panel.js';
import { SubtaskDates } from './subtask-dates.js';

/** The draft of a card as a tree, in which everything can be named, added, moved and removed. */
export function EditorPage() {
  const { edition = '' } = useParams();
  const [search] = useSearchParams();
  const { t } = useWords();
  const query = useQuery(editionQuery(edition, versionOf(search)));
  return (
    <Loaded query={query} title={t('editor.title')} skeleton={<SkeletonLines lines={10} height={48} />}>
      {(view) => <Editor view={view} />}
    </Loaded>
  );
}

type Asked = { act: 'name' | 'add' | 'change'; node: Node; subtask?: SubtaskView };

function Editor({ view }: { view: EditionView }) {
  const { t } = useWords();
  const announce = useAnnounce();
  const [asked, setAsked] = useState<Asked | null>(null);
  const edit = useEdit(view);
  const act = (edits: CardEdit[]): void => edit.mutate(edits, { onSuccess: () => announce(t('editor.done')) });
  const close = (): void => setAsked(null);
  const isOpen = view.status === 'draft';
  return (
    <Page
      crumbs={[
        { to: '/card', text: t('card.title') },
        { to: versionPath(view), text: `${t('card.editionIs', { edition: view.edition })}, ${t('card.versionIs', { version: view.version })}` },
      ]}
      title={t('editor.title')}
      lead={t(isOpen ? 'editor.lead' : 'editor.closed')}
      actions={isOpen && <Button onClick={() => setAsked({ act: 'add', node: { level: 'card', code: view.edition, siblings: view.projects.map(({ code }) => code), parent: null } })}>{t('editor.add.project')}</Button>}
    >
      <div className="editor-told" role="status">
        {edit.isError && <Failure error={edit.error} />}
      </div>
      <SheetPanel view={view} />
      <Tree view={view} isOpen={isOpen} isBusy={edit.isPending} onAct={act} onAsk={setAsked} />
      {asked !== null && <Dialog view={view} asked={asked} onClose={close} />}
    </Page>
  );
}

function Dialog({ view, asked, onClose }: { view: EditionView; asked: Asked; onClose: () => void }) {
  if (asked.act === 'add') {
    return <AddDialog view={view} node={asked.node} onClose={onClose} />;
  }
  return asked.subtask ? <SubtaskDialog view={view} subtask={asked.subtask} onClose={onClose} /> : <NameDialog view={view} node={asked.node} onClose={onClose} />;
}

interface TreeProps {
  view: EditionView;
  isOpen: boolean;
  isBusy: boolean;
  onAct: (edits: CardEdit[]) => void;
  onAsk: (asked: Asked) => void;
}

function Tree({ view, ...tree }: TreeProps) {
  const { say } = useWords();
  const projects = view.projects.map(({ code }) => code);
  return (
    <ul className="editor-tree">
      {view.projects.map((project) => {
        const node: Node = { level: 'project', code: project.code, title: project.title, parent: null, siblings: projects };
        const tasks = project.tasks.map(({ code }) => code);
        return (
          <li key={project.code}>
            <Line node={node} text={say(project.title)} isEmpty={tasks.length === 0} {...tree} />
            <ul>
              {project.tasks.map((task) => {
                const below: Node = { level: 'task', code: task.code, title: task.title, parent: project.code, siblings: tasks };
                const subtasks = task.subtasks.map(({ code }) => code);
                return (
                  <li key={task.code}>
                    <Line node={below} text={say(task.title)} isEmpty={subtasks.length === 0} {...tree} />
                    <ul>
                      {task.subtasks.map((subtask) => (
                        <li key={subtask.code}>
                          <Line
                            node={{ level: 'subtask', code: subtask.code, title: subtask.title, parent: task.code, siblings: subtasks }}
                            text={say(subtask.title)}
                            subtask={subtask}
                            isEmpty
                            {...tree}
                          />
                          <details>
                            <summary className="small">{subtask.code}</summary>
                            <SubtaskDates subtask={subtask} view={view} />
                          </details>
                        </li>
                      ))}
                    </ul>
                  </li>
                );
              })}
            </ul>
          </li>
        );
      })}
    </ul>
  );
}

interface LineProps extends Omit<TreeProps, 'view'> {
  node: Node;
  text: string;
  subtask?: SubtaskView;
  /** Nothing stands below it, so it can be removed. */
  isEmpty: boolean;
}

function Line({ node, text, subtask, isEmpty, isOpen, isBusy, onAct, onAsk }: LineProps) {
  const { t } = useWords();
  const { level, code, parent, siblings } = node;
  const at = siblings.indexOf(code);
  if (level === 'card') {
    return null;
  }
  const moveTo = (position: number): void => onAct([{ act: 'move', level, code, parent, position }]);
  const acts = {
    edit: () => onAsk(subtask ? { act: 'change', node, subtask } : { act: 'name', node }),
    add: () => onAsk({ act: 'add', node }),
    up: () => moveTo(at),
    down: () => moveTo(at + 2),
    remove: () => onAct([{ act: 'remove', level, code }]),
  };
  const items = [
    { key: 'edit', label: t('editor.edit') },
    ...(level === 'subtask' ? [] : [{ key: 'add', label: t(level === 'project' ? 'editor.add.task' : 'editor.add.subtask') }]),
    { key: 'up', label: t('editor.up'), disabled: at === 0 },
    { key: 'down', label: t('editor.down'), disabled: at === siblings.length - 1 },
    { key: 'remove', label: t('editor.remove'), danger: true, disabled: !isEmpty },
  ];
  return (
    <div className="editor-line">
      <span className="job-code">{code}</span> <span className="wrap">{text}</span>
      {isOpen && (
        <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => acts[key as keyof typeof acts]() }}>
          <Button size="small" disabled={isBusy} aria-label={t('editor.actsOf', { code })}>
            {t('editor.acts')}
          </Button>
        </Dropdown>
      )}
    </div>
  );
}
