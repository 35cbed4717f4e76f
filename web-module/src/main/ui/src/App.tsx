import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useSessionState } from './lib/api/context';
import { DeskPage } from './pages/desk/DeskPage';
import { LoginPage } from './pages/login/LoginPage';

export function App() {
  const session = useSessionState();
  const queries = useQueryClient();
  const user = session.kind === 'in' ? session.user.id : undefined;
  // What one person was shown is not kept for the next.
  useEffect(() => {
    if (user === undefined) {
      queries.clear();
    }
  }, [queries, user]);
  return session.kind === 'in' ? <DeskPage user={session.user} /> : <LoginPage reason={session.reason} />;
}
