import type { ReactNode } from 'react';
import { addressOf, type Route } from '../../lib/route';
import { AcceptInvitation } from './AcceptInvitation';
import { ForgotPassword } from './ForgotPassword';
import { OpenFrame } from './OpenFrame';
import { Register } from './Register';
import { ResetPassword } from './ResetPassword';
import { VerifyEmail } from './VerifyEmail';

const PAGES: Record<string, (route: Route) => ReactNode> = {
  register: () => <Register />,
  'verify-email': (route) => (
    <NeedsToken token={route.token}>{(token) => <VerifyEmail token={token} />}</NeedsToken>
  ),
  'accept-invitation': (route) => (
    <NeedsToken token={route.token}>{(token) => <AcceptInvitation token={token} />}</NeedsToken>
  ),
  'forgot-password': () => <ForgotPassword />,
  'reset-password': (route) => (
    <NeedsToken token={route.token}>{(token) => <ResetPassword token={token} />}</NeedsToken>
  ),
};

/** Whether the address names a page that needs no session. */
export function isOpenPage(route: Route): boolean {
  return Object.hasOwn(PAGES, route.page);
}

export function OpenPage({ route }: { route: Route }) {
  return (
    <OpenFrame>
      {PAGES[route.page]?.(route)}
      <p className="login-links">
        <a href={addressOf('login')}>To the log-in</a>
      </p>
    </OpenFrame>
  );
}

interface Props {
  readonly token: string | undefined;
  readonly children: (token: string) => ReactNode;
}

/** Reloading such a page loses the token on purpose: it stands in no address bar and no history. */
function NeedsToken({ token, children }: Props) {
  return token === undefined ? (
    <>
      <h1>Open the link again</h1>
      <p>
        This page needs the link from the mail. Its secret part is kept out of the address bar, so it is gone
        after a reload: open the link once more.
      </p>
    </>
  ) : (
    children(token)
  );
}
