import { errorTable } from '@aigaq/kernel';

export const directoryErrors = errorTable('directory', {
  // Organisations tells on another topic than the thing that names the body: the fact may still be on its way.
  unknown_body: ['unavailable', 'The body is not known here yet.'],
});
