import type { Localised } from '@aigaq/api';
import { useWords } from '../texts/words.js';
import { TextField } from './text-field.js';

interface LocalisedFieldsProps {
  label: string;
  value: Localised;
  onChange: (value: Localised) => void;
  maxLength: number;
  /** What to say when one of the languages is missing; '' while it may be or is not told yet. */
  told?: string;
  isRequired?: boolean;
}

/** The same in Kazakh and in Russian, side by side. */
export function LocalisedFields({ label, value, onChange, maxLength, told = '', isRequired = true }: LocalisedFieldsProps) {
  const { t } = useWords();
  return (
    <fieldset className="field-pair">
      <legend>{label}</legend>
      {(['kk', 'ru'] as const).map((lang) => (
        <TextField
          key={lang}
          label={t(`bodies.languages.${lang}`)}
          lang={lang}
          value={value[lang]}
          onChange={(text) => onChange({ ...value, [lang]: text })}
          maxLength={maxLength}
          isRequired={isRequired}
          told={value[lang].trim() === '' ? told : ''}
        />
      ))}
    </fieldset>
  );
}
