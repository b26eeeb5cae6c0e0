import { errorTable } from '@aigaq/kernel';

export const bodyErrors = errorTable('body', {
  not_found: ['not_found', 'There is no such body.'],
  exists: ['conflict', 'The register has a body with this id already.'],
  bad_bin: ['invalid', 'The BIN is not valid: its check digit does not fit.'],
  bin_taken: ['conflict', 'Another living body has this BIN.'],
  name_missing: ['invalid', 'The name is needed in both languages.'],
  unknown_parent: ['invalid', 'The superior body is not in the register.'],
  parent_closed: ['invalid', 'The superior body is closed or will be.'],
  no_supervisor: ['invalid', 'A quasi-state entity needs a supervising body.'],
  unknown_supervisor: ['invalid', 'The supervising body is not in the register.'],
  supervisor_closed: ['invalid', 'The supervising body is closed or will be.'],
  cycle: ['invalid', 'The body would stand below itself.'],
  wrong_dates: ['invalid', 'The day lies before the first day of the body.'],
  dates_overlap: ['invalid', 'A later change is in the register already.'],
  closed: ['conflict', 'The body is closed or its closing is entered.'],
  has_below: ['conflict', 'Living bodies stand below the body or are supervised by it.'],
  unknown_successor: ['invalid', 'The successor is not in the register.'],
});

export const registerErrors = errorTable('register', {
  busy: ['unavailable', 'The register is being changed by somebody else.'],
});
