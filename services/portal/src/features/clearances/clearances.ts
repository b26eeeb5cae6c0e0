import type { ClearanceView, EndClearance, GrantClearance } from '@aigaq/api';
import { usePost } from '../../api/act.js';
import { pagedQuery } from '../../api/paged.js';

const CLEARANCES = '/api/organisations/clearances';

export type Secrecy = ClearanceView['secrecy'];
export const SECRECIES: Secrecy[] = ['restricted', 'tax'];

export const clearancesQuery = (secrecy: Secrecy | 'all') =>
  pagedQuery<ClearanceView>(['clearances'], CLEARANCES, { limit: 50, secrecy: secrecy === 'all' ? '' : secrecy });

export const useGrantClearance = () => usePost<GrantClearance, ClearanceView>(CLEARANCES, 'clearances');
export const useEndClearance = (id: string) => usePost<EndClearance>(`${CLEARANCES}/${encodeURIComponent(id)}/end`, 'clearances');
