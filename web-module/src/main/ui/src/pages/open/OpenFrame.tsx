import type { ReactNode } from 'react';
import { ThemeSwitch } from '../../components/ThemeSwitch';
import { Wordmark } from '../../components/Wordmark';

/** The frame of a page that needs no session: the bar, and one panel in the middle. */
export function OpenFrame({ children }: { children: ReactNode }) {
  return (
    <div className="login">
      <header className="bar">
        <Wordmark />
        <span className="bar-space" />
        <ThemeSwitch />
      </header>
      <main id="content">
        <div className="panel login-form">{children}</div>
      </main>
    </div>
  );
}
