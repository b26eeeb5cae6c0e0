import { DeleteOutlined } from '@ant-design/icons';
import type { CalendarYearView, MovedRestDay } from '@aigaq/api';
import { Button, Checkbox } from 'antd';
import { useWords } from '../../texts/words.js';
import { DayField } from '../../ui/day-field.js';
import { TextField } from '../../ui/text-field.js';
import { type EnteredDecree, isMove, isSource } from './decree.js';

interface DecreeFormProps {
  view: CalendarYearView;
  entered: EnteredDecree;
  /** Says what is missing. */
  isTold: boolean;
  onChange: (entered: EnteredDecree) => void;
}

/** All moved days of the year as the decree leaves them, and the holidays whose day becomes known late. */
export function DecreeForm({ view, entered, isTold, onChange }: DecreeFormProps) {
  const { t, say } = useWords();
  const { source, isForecast, moved, religious } = entered;
  const setMove = (place: number, move: MovedRestDay): void => onChange({ ...entered, moved: moved.map((each, at) => (at === place ? move : each)) });
  return (
    <div className="stack">
      <TextField
        label={t('calendar.decree.source')}
        hint={t('calendar.decree.sourceHint')}
        value={source}
        maxLength={500}
        isRequired
        told={isTold && !isSource(source) ? t('calendar.decree.needSource') : ''}
        onChange={(text) => onChange({ ...entered, source: text })}
      />
      <fieldset className="decree-moves">
        <legend>{t('calendar.decree.moves')}</legend>
        <p className="muted small">{t('calendar.decree.movesHint')}</p>
        {moved.map((move, place) => (
          <div key={place} className="decree-move">
            <DayField
              label={t('calendar.decree.workingDay', { number: place + 1 })}
              value={move.workingDay}
              told={isTold && !isMove(move) && move.workingDay === '' ? t('bodies.needDay') : ''}
              onChange={(workingDay) => setMove(place, { ...move, workingDay })}
            />
            <DayField
              label={t('calendar.decree.dayOff', { number: place + 1 })}
              value={move.dayOff}
              told={isTold && !isMove(move) && move.dayOff === '' ? t('bodies.needDay') : ''}
              onChange={(dayOff) => setMove(place, { ...move, dayOff })}
            />
            <Button
              icon={<DeleteOutlined />}
              aria-label={t('calendar.decree.remove', { number: place + 1 })}
              onClick={() => onChange({ ...entered, moved: moved.filter((_, at) => at !== place) })}
            />
          </div>
        ))}
        <div>
          <Button onClick={() => onChange({ ...entered, moved: [...moved, { workingDay: '', dayOff: '' }] })}>
            {t('calendar.decree.add')}
          </Button>
        </div>
      </fieldset>
      <fieldset className="decree-moves">
        <legend>{t('calendar.decree.religious')}</legend>
        <div className="fields">
          {Object.entries(religious).map(([place, day]) => (
            <DayField
              key={place}
              label={say(view.holidays[Number(place)]?.name ?? { kk: '', ru: '' })}
              value={day}
              isRequired
              onChange={(date) => onChange({ ...entered, religious: { ...religious, [place]: date } })}
            />
          ))}
        </div>
      </fieldset>
      <Checkbox checked={isForecast} onChange={({ target }) => onChange({ ...entered, isForecast: target.checked })}>
        {t('calendar.decree.isForecast')}
      </Checkbox>
    </div>
  );
}
