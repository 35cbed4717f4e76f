import type { IdentityProvider, IdentityProviderChange } from '../../lib/api/types';

/** What stands in the form. */
export interface ProviderDraft {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scopes: string;
  readonly groupsClaim: string;
  readonly emailDomains: string;
  readonly roleMapping: readonly MappedGroup[];
  readonly createUsers: boolean;
}

export interface MappedGroup {
  readonly group: string;
  readonly role: string;
}

export const PROVIDER_PATHS = [
  'issuer',
  'clientId',
  'clientSecret',
  'scopes',
  'groupsClaim',
  'emailDomains',
  'roleMapping',
];

export function draftOf(provider: IdentityProvider | null): ProviderDraft {
  return {
    issuer: provider?.issuer ?? '',
    clientId: provider?.clientId ?? '',
    clientSecret: '',
    scopes: (provider?.scopes ?? ['openid', 'email', 'profile']).join(' '),
    groupsClaim: provider?.groupsClaim ?? 'groups',
    emailDomains: (provider?.emailDomains ?? []).join(' '),
    roleMapping: Object.entries(provider?.roleMapping ?? {}).map(([group, role]) => ({ group, role })),
    createUsers: provider?.createUsers ?? false,
  };
}

/** Rows without a group are not sent; an empty secret leaves the stored one. */
export function requestOf(draft: ProviderDraft): IdentityProviderChange {
  return {
    issuer: draft.issuer.trim(),
    clientId: draft.clientId.trim(),
    ...(draft.clientSecret !== '' && { clientSecret: draft.clientSecret }),
    scopes: listed(draft.scopes),
    groupsClaim: draft.groupsClaim.trim(),
    emailDomains: listed(draft.emailDomains),
    roleMapping: Object.fromEntries(
      draft.roleMapping
        .filter(({ group }) => group.trim() !== '')
        .map(({ group, role }) => [group.trim(), role]),
    ),
    createUsers: draft.createUsers,
  };
}

function listed(text: string): string[] {
  return text.split(/[\s,;]+/).filter((part) => part !== '');
}
