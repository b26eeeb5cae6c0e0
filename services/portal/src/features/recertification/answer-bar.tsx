import { App, Button, Checkbox } from 'antd';
import { useWords } from '../../texts/words.js';
import { type Answer, MOST_ANSWERS } from './recertification.js';

interface AnswerBarProps {
  all: readonly string[];
  chosen: readonly string[];
  onChoose: (chosen: readonly string[]) => void;
  isSending: boolean;
  onAnswer: (answer: Answer) => void;
}

/** Chooses all that is shown and answers what is chosen. Ending roles is asked about first. */
export function AnswerBar({ all, chosen, onChoose, isSending, onAnswer }: AnswerBarProps) {
  const { t, number } = useWords();
  const { modal } = App.useApp();
  const isNone = chosen.length === 0;
  const few = all.slice(0, MOST_ANSWERS);
  const askToEnd = (): void =>
    void modal.confirm({
      title: t('recertification.endQuestion'),
      content: t('recertification.endMeans', { number: number(chosen.length) }),
      okText: t('recertification.answers.end'),
      okButtonProps: { danger: true },
      cancelText: t('cancel'),
      onOk: () => onAnswer('end'),
    });
  return (
    <div className="answer-bar">
      <Checkbox
        checked={!isNone && chosen.length >= few.length}
        indeterminate={!isNone && chosen.length < few.length}
        onChange={({ target }) => onChoose(target.checked ? few : [])}
      >
        {t('recertification.chooseAll')}
      </Checkbox>
      <span className="muted small grow" role="status">
        {t('recertification.chosen', { number: number(chosen.length) })}
      </span>
      <Button type="primary" disabled={isNone} loading={isSending} onClick={() => onAnswer('keep')}>
        {t('recertification.answers.keep')}
      </Button>
      <Button danger disabled={isNone || isSending} onClick={askToEnd}>
        {t('recertification.answers.end')}
      </Button>
    </div>
  );
}
