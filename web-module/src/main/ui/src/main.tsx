import './styles/mantine';
import './styles/console.css';
import { MantineProvider, createTheme } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { createApi } from './lib/api/client';
import { ConsoleContext } from './lib/api/context';
import { createQueryClient } from './lib/api/queries';
import { Session } from './lib/api/session';
import { browserTabs } from './lib/api/tabs';
import { browserSockets, SocketsContext } from './lib/live/desk';
import { currentRoute } from './lib/route';

const root = document.getElementById('root');
if (root === null) {
  throw new Error('index.html has no element with the id "root"');
}

// First of all: a one-time token leaves the address bar before anything else can read it.
currentRoute();

// What explains a field stands under it, so that fields beside one another stay in line.
const UNDER = { inputWrapperOrder: ['label', 'input', 'description', 'error'] };

const session = new Session(true);
const sockets = browserSockets();
const api = createApi(session, undefined, browserTabs());
const theme = createTheme({
  defaultRadius: 'xs',
  fontFamily: 'var(--font)',
  autoContrast: true,
  components: Object.fromEntries(
    [
      'TextInput',
      'PasswordInput',
      'NativeSelect',
      'MultiSelect',
      'FileInput',
      'Textarea',
      'Checkbox',
      'Button',
    ].map((name) => [
      name,
      { defaultProps: { size: 'xs', ...(name !== 'Button' && name !== 'Checkbox' && UNDER) } },
    ]),
  ),
});

createRoot(root).render(
  <StrictMode>
    {/* No style elements at run time: the page lives under a Content-Security-Policy without unsafe-inline. */}
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <QueryClientProvider client={createQueryClient()}>
        <ConsoleContext value={{ api, session }}>
          <SocketsContext value={sockets}>
            <App />
          </SocketsContext>
        </ConsoleContext>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
