import type { AbolishChair, AppointHead, ChairsView, EndTenure, HeadLevel, OpenChair, VacancyRow } from '@aigaq/api';
import { queryOptions } from '@tanstack/react-query';
import { usePost } from '../../api/act.js';
import { get } from '../../api/client.js';
import { pagedQuery } from '../../api/paged.js';
import { bodyPath } from '../bodies/bodies.js';

export const LEVELS: HeadLevel[] = ['first-head', 'deputy', 'head-of-apparatus', 'akim', 'ethics-officer', 'compliance-officer'];

export const chairsQuery = (bodyId: string) =>
  queryOptions({ queryKey: ['chairs', bodyId], queryFn: ({ signal }) => get<ChairsView>(`${bodyPath(bodyId)}/chairs`, {}, signal) });

export const vacanciesQuery = pagedQuery<VacancyRow>(['chairs', 'vacancies'], '/api/organisations/vacancies', { limit: 50 });

export const useOpenChair = (bodyId: string) => usePost<OpenChair>(`${bodyPath(bodyId)}/chairs`, 'chairs', 'bodies');

export const useAppoint = (bodyId: string) => usePost<AppointHead>(`${bodyPath(bodyId)}/heads`, 'chairs', 'bodies');

export const useEndTenure = (bodyId: string, headId: string) =>
  usePost<EndTenure>(`${bodyPath(bodyId)}/heads/${encodeURIComponent(headId)}/end`, 'chairs', 'bodies');

export const useAbolish = (bodyId: string, chairId: string) =>
  usePost<AbolishChair>(`${bodyPath(bodyId)}/chairs/${encodeURIComponent(chairId)}/abolish`, 'chairs', 'bodies');
