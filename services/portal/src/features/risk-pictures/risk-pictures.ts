import type { RiskPicturesView, RiskPictureView, UpdateSection } from '@aigaq/api';
import { queryOptions } from '@tanstack/react-query';
import { usePost } from '../../api/act.js';
import { get } from '../../api/client.js';

const PICTURES = '/api/tasks/risk-pictures';
const STALE = 'risk-pictures';

const apiPath = (regionId: string): string => `${PICTURES}/${encodeURIComponent(regionId)}`;
export const picturePath = (regionId: string): string => `/risk-pictures/${encodeURIComponent(regionId)}`;

export const picturesQuery = queryOptions({
  queryKey: [STALE, 'map'],
  queryFn: ({ signal }) => get<RiskPicturesView>(PICTURES, {}, signal),
});

export const pictureQuery = (regionId: string) =>
  queryOptions({
    queryKey: [STALE, 'one', regionId],
    queryFn: ({ signal }) => get<RiskPictureView>(apiPath(regionId), {}, signal),
  });

export const useUpdateSection = (regionId: string, section: number) => usePost<UpdateSection, RiskPictureView>(`${apiPath(regionId)}/sections/${section}`, STALE);
