import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { AuthProvider } from 'react-oidc-context';
import { RouterProvider } from 'react-router/dom';
import { newQueryClient, Providers } from './app/providers.js';
import { router } from './app/routes.js';
import { returnPath, userManager } from './app/session.js';
import './styles/tokens.css';
import './styles/base.css';
import './styles/shell.css';
import './styles/lists.css';
import './styles/assignment.css';
import './styles/evidence.css';
import './styles/twins.css';
import './styles/numbers.css';
import './styles/register.css';
import './styles/analyses.css';
import './styles/card.css';
import './styles/calendar.css';

// A new version was put in place and the chunks of this one are gone: fetch the page anew, but not over and over.
const RELOADED = 'aigaq.reloaded';
window.addEventListener('vite:preloadError', (event) => {
  if (Date.now() - Number(sessionStorage.getItem(RELOADED)) > 60_000) {
    event.preventDefault();
    sessionStorage.setItem(RELOADED, String(Date.now()));
    window.location.reload();
  }
});

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <AuthProvider
        userManager={userManager}
        onSigninCallback={(user) => void router.navigate(returnPath(user?.state), { replace: true })}
      >
        <Providers client={newQueryClient()}>
          <RouterProvider router={router} />
        </Providers>
      </AuthProvider>
    </StrictMode>,
  );
}
