import { data, OWN_PAGE, type Transport } from './transport';
import type { Access, LogInAnswer } from './types';

/** What comes after a password or a code. */
export type LogInOutcome =
  | { readonly kind: 'in'; readonly access: Access }
  | { readonly kind: 'second-factor'; readonly challenge: string }
  | { readonly kind: 'enrolment'; readonly challenge: string };

/** Log-in, log-out, and everything that a person does with their own account. */
export function authentication({ client, keeper, session }: Transport) {
  return {
    /** By the cookie of an earlier visit. */
    restore: () => keeper.restore(),
    /** A new access token; false where the session is over. */
    renew: () => keeper.renew(),
    begin: (access: Access) => {
      keeper.begin(access);
    },
    logIn: async (email: string, password: string) =>
      outcomeOf(await data(client.POST('/api/v1/auth/login', { body: { email, password } }))),
    verifyCode: async (challenge: string, code: string) =>
      outcomeOf(await data(client.POST('/api/v1/auth/mfa/verify', { body: { challenge, code } }))),
    /** @returns the address of the organisation's identity provider, to go there */
    startSingleSignOn: async (email: string, returnTo: string) =>
      (await data(client.POST('/api/v1/auth/oidc/start', { body: { email, returnTo } }))).authorizationUrl,
    /** Leaves this page's session even where the server cannot be told. */
    logOut: async (everywhere: boolean) => {
      try {
        await client.POST('/api/v1/auth/logout', { body: { everywhere }, ...OWN_PAGE });
        keeper.leave();
      } catch {
        keeper.leave(
          'You are logged out here, but the server could not be told. Log in and out again when it can be reached.',
        );
      }
    },
    register: (body: { organisationName: string; displayName: string; email: string; password: string }) =>
      data(client.POST('/api/v1/auth/register', { body })),
    verifyEmail: (token: string) => data(client.POST('/api/v1/auth/verify-email', { body: { token } })),
    forgotPassword: (email: string) => data(client.POST('/api/v1/auth/forgot-password', { body: { email } })),
    resetPassword: (token: string, newPassword: string) =>
      data(client.POST('/api/v1/auth/reset-password', { body: { token, newPassword } })),
    acceptInvitation: (body: { token: string; displayName: string; password: string }) =>
      data(client.POST('/api/v1/auth/accept-invitation', { body })),
    changePassword: (currentPassword: string, newPassword: string) =>
      data(client.POST('/api/v1/auth/change-password', { body: { currentPassword, newPassword } })),

    changeName: async (displayName: string) => {
      const user = await data(client.PATCH('/api/v1/auth/me', { body: { displayName } }));
      session.rename(user);
    },

    secondFactor: () => data(client.GET('/api/v1/auth/mfa')),
    /** @param proof the challenge of a log-in that asks for it, or the password of who is logged in */
    startEnrolment: (proof: { challenge: string } | { password: string }) =>
      data(client.POST('/api/v1/auth/mfa/enrolment', { body: proof })),
    confirmEnrolment: (code: string, challenge?: string) =>
      data(
        client.POST('/api/v1/auth/mfa/enrolment/confirm', {
          body: challenge === undefined ? { code } : { code, challenge },
        }),
      ),
    newRecoveryCodes: async (code: string) =>
      (await data(client.POST('/api/v1/auth/mfa/recovery-codes', { body: { code } }))).recoveryCodes,
    disableSecondFactor: (password: string, code: string) =>
      data(client.POST('/api/v1/auth/mfa/disable', { body: { password, code } })),

    ownSessions: async () => (await data(client.GET('/api/v1/sessions'))).items,
    endSession: (id: string) => data(client.DELETE('/api/v1/sessions/{id}', { params: { path: { id } } })),
  };
}

function outcomeOf(answer: LogInAnswer): LogInOutcome {
  const { state, challenge, accessToken, tokenType, expiresIn, user } = answer;
  if (state === 'second-factor-required' && challenge !== undefined) {
    return { kind: 'second-factor', challenge };
  }
  if (state === 'enrolment-required' && challenge !== undefined) {
    return { kind: 'enrolment', challenge };
  }
  if (accessToken === undefined || user === undefined) {
    throw new Error(`The server answered a log-in without a token (${state}).`);
  }
  return { kind: 'in', access: { accessToken, tokenType: tokenType ?? 'Bearer', expiresIn, user } };
}
