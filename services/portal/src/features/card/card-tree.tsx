import type { EditionView, SubtaskView } from '@aigaq/api';
import { Link } from 'react-router';
import { useWords } from '../../texts/words.js';
import { Tag } from '../../ui/tag.js';
import { SubtaskDates } from './subtask-dates.js';

/** Kazakh that is not official yet is shown as such, with the text itself, whatever language is on. */
function Proposed({ title }: { title: { kk: string } }) {
  const { t, language } = useWords();
  return (
    <span className="proposed">
      <Tag tone="accent">{t('proposed')}</Tag>
      {language !== 'kk' && <span lang="kk">{title.kk}</span>}
    </span>
  );
}

export function CardTree({ view }: { view: EditionView }) {
  const { t, say } = useWords();
  return (
    <section aria-labelledby="tree">
      <h2 id="tree">{t('card.tree')}</h2>
      {view.projects.map((project) => (
        <details key={project.code} className="project">
          <summary>
            <span className="job-code">{project.code}</span> {say(project.title)}
            <span className="muted small">
              {t('card.subtaskCount', { count: project.tasks.reduce((sum, { subtasks }) => sum + subtasks.length, 0) })}
            </span>
          </summary>
          {project.kkProposed && <Proposed title={project.title} />}
          {project.tasks.map((task) => (
            <div key={task.code} className="task">
              <h3>
                <span className="job-code">{task.code}</span> {say(task.title)}
              </h3>
              {task.kkProposed && <Proposed title={task.title} />}
              <ul>
                {task.subtasks.map((subtask) => (
                  <Subtask key={subtask.code} subtask={subtask} view={view} />
                ))}
              </ul>
            </div>
          ))}
        </details>
      ))}
    </section>
  );
}

function Subtask({ subtask, view }: { subtask: SubtaskView; view: EditionView }) {
  const { t, say, coded } = useWords();
  const { code, title, description, audience, period, rule, secrecy, submission } = subtask;
  return (
    <li className="subtask">
      <p className="subtask-title">
        <span className="job-code">{code}</span> {say(title)}
      </p>
      {subtask.kkProposed && <Proposed title={title} />}
      <p className="muted small">{say(description)}</p>
      <p className="subtask-tags">
        <Tag>{t(`periods.${period}`)}</Tag>
        {audience.map((kind) => (
          <Tag key={kind}>{coded('bodyKinds', kind)}</Tag>
        ))}
        {secrecy !== 'none' && <Tag tone="bad">{t(`secrecy.${secrecy}`)}</Tag>}
        {submission === 'agency-confirms' && <Tag tone="info">{t('card.agencyConfirms')}</Tag>}
      </p>
      {rule.documents.length > 0 && (
        <p className="small">
          {t('rule.documents')}: {rule.documents.map(({ name }) => say(name)).join('; ')}
        </p>
      )}
      <p className="small">
        <Link to={`/card/${encodeURIComponent(view.edition)}/rules/${encodeURIComponent(code)}`} aria-label={`${t(view.status === 'draft' ? 'ruleBuilder.open' : 'ruleBuilder.title')}: ${code}`}>
          {t(view.status === 'draft' ? 'ruleBuilder.open' : 'ruleBuilder.title')}
        </Link>
      </p>
      <SubtaskDates subtask={subtask} view={view} />
    </li>
  );
}
