import type {
  AnalysisDraft,
  AnalysisRow,
  AnalysisStatus,
  AnalysisView,
  BodyName,
  CancelAnalysis,
  ListPositions,
  PlanAnalysis,
  PositionsView,
  RecordStep,
  ReplanAnalysis,
  ReplanDraft,
} from '@aigaq/api';
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { usePost } from '../../api/act.js';
import { get, put } from '../../api/client.js';
import { pagedQuery } from '../../api/paged.js';
import type { Tone } from '../../ui/tag.js';

const ANALYSES = '/api/tasks/analyses';
const STALE = 'analyses';
const FRESH_MILLISECONDS = 30_000;

const apiPath = (id: string, act = ''): string => `${ANALYSES}/${encodeURIComponent(id)}${act === '' ? '' : `/${act}`}`;
export const analysisPath = (id: string): string => `/analyses/${encodeURIComponent(id)}`;

export const TONES: Record<AnalysisStatus, Tone> = {
  planned: 'plain',
  announced: 'info',
  'under-way': 'accent',
  'note-signed': 'info',
  'plan-approved': 'info',
  published: 'good',
  monitored: 'good',
  done: 'good',
  cancelled: 'plain',
};

export const analysesQuery = (year: number) => pagedQuery<AnalysisRow>([STALE, 'list'], ANALYSES, { year, limit: 50 });
export const missingQuery = (year: number) => pagedQuery<BodyName>([STALE, 'missing'], `${ANALYSES}/missing`, { year, limit: 50 });

export const analysisQuery = (id: string) =>
  queryOptions({
    queryKey: [STALE, 'one', id],
    queryFn: ({ signal }) => get<AnalysisView>(apiPath(id), {}, signal),
    // Every look is recorded: one that is fresh is not asked for again.
    staleTime: FRESH_MILLISECONDS,
  });

export const positionsQuery = (id: string) =>
  queryOptions({
    queryKey: [STALE, 'positions', id],
    queryFn: ({ signal }) => get<PositionsView>(apiPath(id, 'positions'), {}, signal),
    staleTime: FRESH_MILLISECONDS,
  });

interface Days {
  start: string;
  end: string;
}

const areWhole = ({ start, end }: Days): boolean => start !== '' && end !== '';

/** What would follow from two days, while they are chosen; the last answer stays until the next one is there. */
export const draftQuery = (organisationId: string, object: string, days: Days) =>
  queryOptions({
    queryKey: [STALE, 'draft', organisationId, object, days.start, days.end],
    queryFn: ({ signal }) => get<AnalysisDraft>(`${ANALYSES}/draft`, { organisationId, object, ...days }, signal),
    enabled: organisationId !== '' && areWhole(days),
    placeholderData: keepPreviousData,
  });

export const movedQuery = (id: string, days: Days) =>
  queryOptions({
    queryKey: [STALE, 'moved', id, days.start, days.end],
    queryFn: ({ signal }) => get<ReplanDraft>(apiPath(id, 'moved'), { ...days }, signal),
    enabled: areWhole(days),
    placeholderData: keepPreviousData,
  });

export const usePlan = () => usePost<PlanAnalysis, AnalysisView>(ANALYSES, STALE);
export const useReplan = (id: string) => usePost<ReplanAnalysis, AnalysisView>(apiPath(id, 'replan'), STALE);
export const useRecord = (id: string) => usePost<RecordStep, AnalysisView>(apiPath(id, 'steps'), STALE);
export const useCancel = (id: string) => usePost<CancelAnalysis, AnalysisView>(apiPath(id, 'cancel'), STALE);

export function useListPositions(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (list: ListPositions) => put<PositionsView>(apiPath(id, 'positions'), list),
    onSettled: () => queries.invalidateQueries({ queryKey: [STALE] }),
  });
}
