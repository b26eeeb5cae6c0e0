import { Navigate, useSearchParams } from 'react-router';

/** Where the identity server sends people back to; the sign-in itself then leads on to where they wanted to go (main.tsx). */
export function SignedIn() {
  const [answer] = useSearchParams();
  return answer.has('code') || answer.has('error') ? null : <Navigate to="/" replace />;
}
