import { errorTable } from '@aigaq/kernel';

export const eventErrors = errorTable('event', {
  stopped: ['unavailable', 'The process is about to end and takes no more events.'],
  undecodable: ['invalid', 'The message is not an event of this product.'],
});
