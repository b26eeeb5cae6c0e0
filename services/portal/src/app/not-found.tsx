import { Link } from 'react-router';
import { Page } from '../ui/page.js';
import { useWords } from '../texts/words.js';

export function NotFound() {
  const { t } = useWords();
  return (
    <Page title={t('notFound.title')}>
      <p>{t('notFound.text')}</p>
      <p>
        <Link to="/">{t('nav.toStart')}</Link>
      </p>
    </Page>
  );
}
