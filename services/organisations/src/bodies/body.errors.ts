import { errorTable } from '@aigaq/kernel';

export const bodyErrors = errorTable('body', {
  not_found: ['not_found', 'There is no such body.'],
  bad_bin: ['invalid', 'The BIN is not valid: its check digit does not fit.'],
  unknown_parent: ['invalid', 'The superior body is not in the register.'],
  no_supervisor: ['invalid', 'A quasi-state entity needs a supervising body.'],
  unknown_supervisor: ['invalid', 'The supervising body is not in the register.'],
});
