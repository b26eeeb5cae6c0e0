import type { QuestionView, RecertificationView } from '@aigaq/api';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useState } from 'react';
import { useMay } from '../../api/people.js';
import { useWords } from '../../texts/words.js';
import { useAnnounce } from '../../ui/announcer.js';
import { Paged } from '../../ui/paged.js';
import { Empty, Failure, SkeletonLines } from '../../ui/states.js';
import { AnswerBar } from './answer-bar.js';
import { QuestionItem } from './question-item.js';
import { type Answer, MOST_ANSWERS, questionsQuery, useAnswer } from './recertification.js';

const SHOWN = { unanswered: false, answered: true, all: undefined } as const;
type Shown = keyof typeof SHOWN;

/** What was refused of the last answers, by question. */
type Refusals = ReadonlyMap<string, string>;

function useAnswering(campaignId: string) {
  const { t, number } = useWords();
  const announce = useAnnounce();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [refusals, setRefusals] = useState<Refusals>(new Map());
  const act = useAnswer(campaignId);
  const answer = (questionIds: readonly string[], given: Answer): void =>
    act.mutate(
      { questionIds: questionIds.slice(0, MOST_ANSWERS), answer: given },
      {
        onSuccess: ({ results }) => {
          const refused = results.filter(({ taken }) => !taken);
          const taken = new Set(results.filter((result) => result.taken).map(({ questionId }) => questionId));
          setRefusals(new Map(refused.map(({ questionId, code }) => [questionId, code ?? ''])));
          setChosen((before) => before.filter((id) => !taken.has(id)));
          announce(
            t(refused.length === 0 ? 'recertification.taken' : 'recertification.partlyTaken', { taken: number(taken.size), refused: number(refused.length) }),
            refused.length === 0 ? 'success' : 'error',
          );
        },
      },
    );
  return { chosen, setChosen, refusals, act, answer };
}

/** The questions of a campaign; those who answer choose several and answer them at once. */
export function Questions({ campaign }: { campaign: RecertificationView }) {
  const { t } = useWords();
  const may = useMay();
  const [shown, setShown] = useState<Shown>(campaign.status === 'open' ? 'unanswered' : 'all');
  const questions = useInfiniteQuery(questionsQuery(campaign.id, SHOWN[shown]));
  const answering = useAnswering(campaign.id);
  const mayAnswer = campaign.status === 'open' && may('recertification.answer');
  return (
    <>
      <div className="filters">
        <Segmented
          aria-label={t('recertification.filter')}
          value={shown}
          onChange={setShown}
          options={(Object.keys(SHOWN) as Shown[]).map((each) => ({ value: each, label: t(`recertification.shown.${each}`) }))}
        />
      </div>
      {answering.act.isError && <Failure error={answering.act.error} />}
      <Paged
        query={questions}
        skeleton={<SkeletonLines lines={6} height={72} />}
        empty={<Empty title={t('recertification.nothing')} text={t('recertification.nothingText')} />}
      >
        {(rows) => <List rows={rows} mayAnswer={mayAnswer} {...answering} />}
      </Paged>
    </>
  );
}

interface ListProps extends ReturnType<typeof useAnswering> {
  rows: QuestionView[];
  mayAnswer: boolean;
}

function List({ rows, mayAnswer, chosen, setChosen, refusals, act, answer }: ListProps) {
  const { t } = useWords();
  const ids = rows.map(({ id }) => id);
  const taken = chosen.filter((id) => ids.includes(id));
  return (
    <>
      {mayAnswer && <AnswerBar all={ids} chosen={taken} onChoose={setChosen} isSending={act.isPending} onAnswer={(given) => answer(taken, given)} />}
      <ul className="cards" aria-label={t('recertification.questions')}>
        {rows.map((question) => (
          <QuestionItem
            key={question.id}
            question={question}
            isChosen={taken.includes(question.id)}
            onChoose={mayAnswer ? (isOn) => setChosen(isOn ? [...taken, question.id] : taken.filter((id) => id !== question.id)) : undefined}
            refusal={refusals.get(question.id)}
          />
        ))}
      </ul>
    </>
  );
}
