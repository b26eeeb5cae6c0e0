import { CheckOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useWords } from '../../texts/words.js';

interface StepProps {
  number: number;
  title: string;
  isDone: boolean;
  isNow: boolean;
  children: ReactNode;
}

/** One step of preparing a card; finished ones stay readable. */
export function Step({ number, title, isDone, isNow, children }: StepProps) {
  const { t } = useWords();
  return (
    <li className={`step ${isDone ? 'is-done' : ''} ${isNow ? 'is-now' : ''}`} aria-current={isNow ? 'step' : undefined}>
      <h2>
        <span className="step-number" aria-hidden="true">
          {isDone ? <CheckOutlined /> : number}
        </span>
        {title}
        {isDone && <span className="unseen">{t('card.stepDone')}</span>}
      </h2>
      <div className="step-body">{children}</div>
    </li>
  );
}
