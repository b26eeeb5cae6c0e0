import { errorTable } from '@aigaq/kernel';

export const noticeErrors = errorTable('notice', {
  unknown: ['not_found', 'There is no such notice.'],
});
