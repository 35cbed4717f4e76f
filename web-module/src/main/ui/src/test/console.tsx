import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { App } from '../App';
import { createApi } from '../lib/api/client';
import { ConsoleContext } from '../lib/api/context';
import { createQueryClient } from '../lib/api/queries';
import { Session } from '../lib/api/session';
import type { User } from '../lib/api/types';
import { SocketsContext, type Sockets } from '../lib/live/desk';
import { login } from './samples';

/** The whole console over a fake network, as somebody or as nobody. */
export function openConsole(user: User | undefined = login.user, loggedIn = true, sockets?: Sockets) {
  const session = new Session();
  if (loggedIn) {
    session.begin({ ...login, user });
  }
  const api = createApi(session, 'http://desk.test/');
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={createQueryClient()}>
        <ConsoleContext value={{ api, session }}>
          <SocketsContext value={sockets}>
            <App />
          </SocketsContext>
        </ConsoleContext>
      </QueryClientProvider>
    </MantineProvider>,
  );
  return { user: userEvent.setup(), session, api };
}

export function loggedOutConsole() {
  return openConsole(undefined, false);
}

export const administrator: User = {
  ...login.user,
  id: 'u9',
  displayName: 'Ada Admin',
  roles: ['administrator'],
};
