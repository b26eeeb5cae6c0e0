import { errorTable } from '@aigaq/kernel';

export const rootErrors = errorTable('root', { not_sealed: ['not_found', 'This day is not sealed.'] });
