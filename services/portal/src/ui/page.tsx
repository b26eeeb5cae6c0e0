import { type ReactNode, useEffect, useRef } from 'react';
import { Link, useLocation } from 'react-router';
import { useWords } from '../texts/words.js';

export interface Crumb {
  to: string;
  text: string;
}

interface PageProps {
  title: string;
  /** Short line above the title: a code, a kind. */
  over?: ReactNode;
  lead?: ReactNode;
  crumbs?: Crumb[];
  actions?: ReactNode;
  children?: ReactNode;
}

// The first page keeps the browser's own focus; a later one takes it, so that a screen reader hears where it is.
let shownPath: string | undefined;

/** Title, document title, crumbs and actions of one page. */
export function Page({ title, over, lead, crumbs = [], actions, children }: PageProps) {
  const { t } = useWords();
  const { pathname } = useLocation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Айғақ`;
  }, [title]);
  useEffect(() => {
    if (shownPath !== undefined && shownPath !== pathname) {
      heading.current?.focus({ preventScroll: true });
      window.scrollTo(0, 0);
    }
    shownPath = pathname;
  }, [pathname]);

  return (
    <article className="page">
      {crumbs.length > 0 && (
        <nav aria-label={t('nav.crumbs')}>
          <ol className="crumbs">
            {crumbs.map(({ to, text }) => (
              <li key={to}>
                <Link to={to}>{text}</Link>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div className="page-head">
        <div className="page-title">
          {over !== undefined && <div className="over">{over}</div>}
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead !== undefined && <div className="lead">{lead}</div>}
        </div>
        {actions !== undefined && <div className="page-actions">{actions}</div>}
      </div>
      {children}
    </article>
  );
}
