import { Select } from 'antd';
import { useWords } from '../../texts/words.js';

const PROJECTS = ['1', '2', '3', '4'];

/** Filter by project of the card; `''` is all of them. */
export function ProjectFilter({ value, onChange }: { value: string; onChange: (project: string) => void }) {
  const { t } = useWords();
  return (
    <label className="filter">
      <span>{t('queue.project')}</span>
      <Select
        value={value}
        onChange={onChange}
        popupMatchSelectWidth={false}
        options={[
          { value: '', label: t('queue.allProjects') },
          ...PROJECTS.map((project) => ({ value: project, label: t('queue.projectNumber', { number: project }) })),
        ]}
      />
    </label>
  );
}
