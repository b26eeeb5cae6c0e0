import type { PictureEntry, RiskPictureView } from '@aigaq/api';
import { Button } from 'antd';
import { today } from '../../texts/dates.js';
import { useWords } from '../../texts/words.js';
import { ActDialog } from '../../ui/act-dialog.js';
import { ChoiceField } from '../../ui/choice-field.js';
import { DayField } from '../../ui/day-field.js';
import { useEntered } from '../../ui/entered.js';
import { isReason } from '../../ui/filled.js';
import { TextField } from '../../ui/text-field.js';
import { useUpdateSection } from './risk-pictures.js';

interface SectionDialogProps {
  picture: RiskPictureView;
  section: RiskPictureView['sections'][number];
  onClose: () => void;
}

/** What its keeper has brought up to date; of the map of risks, the entries themselves. */
export function SectionDialog({ picture, section, onClose }: SectionDialogProps) {
  const { t, say } = useWords();
  const { entered, set, told, tell } = useEntered({ note: '', entries: section.entries });
  const { note, entries } = entered;
  const isWritten = section.content === 'entries';
  const isWhole = isReason(note) && entries.every(({ risk, source, since }) => isReason(risk) && source !== '' && since !== '');
  const change = (number: number, changed: Partial<PictureEntry>): void => set('entries')(entries.map((entry, place) => (place === number ? { ...entry, ...changed } : entry)));
  return (
    <ActDialog
      title={say(section.title)}
      okText={t('pictures.update.act')}
      done={t('pictures.update.done')}
      act={useUpdateSection(picture.regionId, section.number)}
      body={isWhole ? { note: note.trim(), ...(isWritten && { entries }) } : undefined}
      onTell={tell}
      onClose={onClose}
    >
      {isWritten &&
        entries.map(({ risk, source, since }, number) => (
          <fieldset key={number} className="stack region-entry">
            <legend>{t('pictures.entry', { number: number + 1 })}</legend>
            <TextField label={t('positions.risk')} value={risk} onChange={(text) => change(number, { risk: text })} maxLength={1000} isLong isRequired told={told(!isReason(risk), t('positions.needText'))} />
            <div className="fields">
              <ChoiceField
                label={t('pictures.source')}
                value={source === '' ? null : source}
                onChange={(value) => change(number, { source: value })}
                options={picture.sources.map(({ code, title }) => ({ value: code, label: say(title) }))}
                told={told(source === '', t('pictures.needSource'))}
              />
              <DayField label={t('pictures.since')} value={since} onChange={(value) => change(number, { since: value })} isRequired told={told(since === '', t('bodies.needDay'))} />
            </div>
            <Button size="small" onClick={() => set('entries')(entries.toSpliced(number, 1))} aria-label={`${t('pictures.entry', { number: number + 1 })}: ${t('positions.remove.act')}`}>
              {t('positions.remove.act')}
            </Button>
          </fieldset>
        ))}
      {isWritten && <Button onClick={() => set('entries')([...entries, { risk: '', source: '', since: today(new Date()) }])}>{t('pictures.addEntry')}</Button>}
      <TextField label={t('pictures.note')} value={note} onChange={set('note')} maxLength={1000} isLong isRequired hint={t('pictures.noteHint')} told={told(!isReason(note), t('positions.needText'))} />
    </ActDialog>
  );
}
