import { errorTable } from '@aigaq/kernel';

export const pictureErrors = errorTable('picture', {
  unknown_region: ['not_found', 'There is no such region.'],
  unknown_section: ['not_found', 'The picture has no such section.'],
  not_keeper: ['forbidden', 'Another body keeps this section.'],
  no_entries: ['invalid', 'This section follows from the analyses; nobody writes its entries.'],
  entries_wanted: ['invalid', 'This section is written: its entries are wanted.'],
  unknown_source: ['invalid', 'An entry rests on something that the picture does not know.'],
});
