import type { QuestionView } from '@aigaq/api';
import { Checkbox } from 'antd';
import { useId } from 'react';
import { Link } from 'react-router';
import { useWords } from '../../texts/words.js';
import { Tag, type Tone } from '../../ui/tag.js';
import { cardPath } from '../bodies/bodies.js';

const TONES: Record<NonNullable<QuestionView['answer']>, Tone> = { keep: 'good', end: 'watch', lapsed: 'bad' };

interface QuestionItemProps {
  question: QuestionView;
  isChosen: boolean;
  /** Absent for who only looks. */
  onChoose?: ((isOn: boolean) => void) | undefined;
  /** Code of why the last answer was not taken. */
  refusal: string | undefined;
}

/** One role of one person: since when, when last seen, and what was answered. */
export function QuestionItem({ question, isChosen, onChoose, refusal }: QuestionItemProps) {
  const { t, say, coded } = useWords();
  const { person, organisation, role } = question;
  const told = useId();
  return (
    <li className="card question">
      <div className="card-head">
        {onChoose !== undefined && (
          <Checkbox
            checked={isChosen}
            onChange={({ target }) => onChoose(target.checked)}
            aria-label={t('recertification.choose', { name: person.name, role: t(`roles.${role}`), body: say(organisation.name) })}
            aria-describedby={told}
          />
        )}
        <div className="grow">
          <strong>{person.name}</strong>
          <p>
            {t(`roles.${role}`)} · <Link to={cardPath(organisation.id)}>{say(organisation.name)}</Link>
          </p>
          <Seen question={question} />
        </div>
        <Answered question={question} />
      </div>
      <p id={told} className="told" role={refusal === undefined ? undefined : 'alert'}>
        {refusal !== undefined && coded('answerRefusals', refusal)}
      </p>
    </li>
  );
}

function Seen({ question: { since, lastSeen } }: { question: QuestionView }) {
  const { t, day, moment } = useWords();
  return (
    <p className="muted small">
      {t('recertification.since', { day: day(since) })}
      {' · '}
      {lastSeen === null ? t('recertification.neverSeen') : t('recertification.lastSeen', { moment: moment(lastSeen) })}
    </p>
  );
}

function Answered({ question: { answer, answeredBy, answeredAt } }: { question: QuestionView }) {
  const { t, moment } = useWords();
  if (answer === null) {
    return <Tag>{t('recertification.isOpen')}</Tag>;
  }
  return (
    <div className="answered">
      <Tag tone={TONES[answer]}>{t(`recertification.answered.${answer}`)}</Tag>
      {answeredBy !== null && answeredAt !== null && (
        <p className="muted small">
          {answeredBy.name}, {moment(answeredAt)}
        </p>
      )}
    </div>
  );
}
