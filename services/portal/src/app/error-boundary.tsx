import { Button } from 'antd';
import { useRouteError } from 'react-router';
import { useWords } from '../texts/words.js';

/** A page that broke says so and offers a way on. A chunk that is gone (a new version was put in place) reloads likewise. */
export function ErrorBoundary() {
  const error = useRouteError();
  const { t } = useWords();
  return (
    <section className="blank" role="alert">
      <h1>{t('broken.title')}</h1>
      <p>{t('broken.text')}</p>
      {error instanceof Error && <p className="muted small mono">{error.message}</p>}
      <div className="row">
        <Button type="primary" onClick={() => window.location.reload()}>
          {t('broken.reload')}
        </Button>
        <Button href="/">{t('nav.start')}</Button>
      </div>
    </section>
  );
}
