/** Why a file is not taken; a sentence for each in `texts/kk.json` and `texts/ru.json`. */
export const fileRefusals = [
  'file.empty',
  'file.too_large',
  'file.wrong_type',
  'file.encrypted',
  'file.active_content',
  'file.macros',
  'file.polyglot',
  'file.bomb',
  'file.malware',
  'file.truncated',
  'file.too_many_pixels',
  'file.broken',
  'file.too_many_pages',
  'file.signature_broken',
  'file.signature_nested',
  'file.signature_too_large',
  'file.signature_alone',
] as const;

export type FileRefusal = (typeof fileRefusals)[number];
