import { useQueryClient } from '@tanstack/react-query';
import { chooseLanguage, type Language, LANGUAGES } from '../texts/language.js';
import { useWords } from '../texts/words.js';

const NAMES: Record<Language, string> = { kk: 'Қазақша', ru: 'Русский' };
const SHORT: Record<Language, string> = { kk: 'Қаз', ru: 'Рус' };

export function LanguageSwitch() {
  const { t, language } = useWords();
  const queries = useQueryClient();
  const choose = async (chosen: Language): Promise<void> => {
    await chooseLanguage(chosen);
    // Refusals were worded by the services in the other language: ask again.
    await queries.refetchQueries({ predicate: ({ state }) => state.status === 'error' });
  };
  return (
    <div className="languages" role="group" aria-label={t('nav.language')}>
      {LANGUAGES.map((each) => (
        <button key={each} type="button" lang={each} aria-pressed={each === language} onClick={() => void choose(each)}>
          <abbr className="languages-short" title={NAMES[each]}>
            {SHORT[each]}
          </abbr>
          <span className="languages-long">{NAMES[each]}</span>
        </button>
      ))}
    </div>
  );
}
