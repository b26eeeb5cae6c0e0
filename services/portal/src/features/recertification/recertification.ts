import type { AnswerQuestions, AnswersView, BeginRecertification, PageOf, QuestionView, RecertificationView } from '@aigaq/api';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { usePost } from '../../api/act.js';
import { get, post } from '../../api/client.js';
import { pagedQuery } from '../../api/paged.js';

const CAMPAIGNS = '/api/organisations/recertifications';
const campaignPath = (id: string): string => `${CAMPAIGNS}/${encodeURIComponent(id)}`;

export type Answer = AnswerQuestions['answers'][number]['answer'];
export type Result = AnswersView['results'][number];
/** As many as the service takes at once. */
export const MOST_ANSWERS = 100;

/** Newest first; there are four in a year. */
export const campaignsQuery = queryOptions({
  queryKey: ['recertification', 'campaigns'],
  queryFn: async ({ signal }) => (await get<PageOf<RecertificationView>>(CAMPAIGNS, { limit: 20 }, signal)).items,
});

export const questionsQuery = (id: string, answered: boolean | undefined) =>
  pagedQuery<QuestionView>(['recertification', 'questions', id], `${campaignPath(id)}/questions`, { limit: MOST_ANSWERS, answered });

export const useBegin = () => usePost<BeginRecertification, RecertificationView>(CAMPAIGNS, 'recertification');

/** Answers several questions at once; what became of each is in the answer. */
export function useAnswer(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ questionIds, answer }: { questionIds: string[]; answer: Answer }) =>
      post<AnswersView>(`${campaignPath(id)}/answers`, { answers: questionIds.map((questionId) => ({ questionId, answer })) } satisfies AnswerQuestions),
    onSettled: () => queries.invalidateQueries({ queryKey: ['recertification'] }),
  });
}

/** Days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** The quarter of a day and the next one: a campaign is begun for one of them. */
export function quartersFrom(day: string): [now: string, next: string] {
  const year = Number(day.slice(0, 4));
  const quarter = Math.ceil(Number(day.slice(5, 7)) / 3);
  return [`${year}-Q${quarter}`, quarter === 4 ? `${year + 1}-Q1` : `${year}-Q${quarter + 1}`];
}
