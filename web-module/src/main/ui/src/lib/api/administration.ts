import { data, everyPage, LARGEST_PAGE, versioned, type Transport } from './transport';
import type {
  AuditQuery,
  AuditScope,
  IdentityProviderChange,
  Invitation,
  NewApiKey,
  NewOrganisation,
  OrganisationChange,
  UserChange,
} from './types';

/** Users, organisations, keys, the audit log and waiting mails. */
export function administration({ client }: Transport) {
  const one = (id: string) => ({ params: { path: { id } } });
  const change = (id: string, etag: string) => ({ params: { path: { id }, header: { 'If-Match': etag } } });
  const patch = { headers: { 'Content-Type': 'application/merge-patch+json' } };
  // The first of its kind has no version to name; an absent header is not sent.
  const first = (id: string, etag: string | undefined) =>
    ({ params: { path: { id }, header: { 'If-Match': etag } } }) as ReturnType<typeof change>;
  const provider = '/api/v1/organisations/{id}/identity-provider';
  return {
    users: () =>
      everyPage((cursor) =>
        data(
          client.GET('/api/v1/users', {
            params: { query: { limit: LARGEST_PAGE, ...(cursor && { cursor }) } },
          }),
        ),
      ),
    user: (id: string) => versioned(client.GET('/api/v1/users/{id}', one(id))),
    invite: (body: Invitation) => data(client.POST('/api/v1/users', { body })),
    changeUser: (id: string, etag: string, body: UserChange) =>
      versioned(client.PATCH('/api/v1/users/{id}', { ...change(id, etag), ...patch, body })),
    deleteUser: (id: string, etag: string) => data(client.DELETE('/api/v1/users/{id}', change(id, etag))),
    newInvitation: (id: string) => data(client.POST('/api/v1/users/{id}/invitation', one(id))),
    endUserSessions: (id: string) => data(client.DELETE('/api/v1/users/{id}/sessions', one(id))),
    resetSecondFactor: (id: string) => data(client.DELETE('/api/v1/users/{id}/mfa', one(id))),

    organisations: () =>
      everyPage((cursor) =>
        data(
          client.GET('/api/v1/organisations', {
            params: { query: { limit: LARGEST_PAGE, ...(cursor && { cursor }) } },
          }),
        ),
      ),
    organisation: (id: string) => versioned(client.GET('/api/v1/organisations/{id}', one(id))),
    createOrganisation: (body: NewOrganisation) => data(client.POST('/api/v1/organisations', { body })),
    changeOrganisation: (id: string, etag: string, body: OrganisationChange) =>
      versioned(client.PATCH('/api/v1/organisations/{id}', { ...change(id, etag), ...patch, body })),
    deleteOrganisation: (id: string, etag: string) =>
      data(client.DELETE('/api/v1/organisations/{id}', change(id, etag))),

    identityProvider: (id: string) => versioned(client.GET(provider, one(id))),
    /** @param etag of the one that it takes the place of; absent for the first */
    putIdentityProvider: (id: string, etag: string | undefined, body: IdentityProviderChange) =>
      versioned(client.PUT(provider, { ...first(id, etag), body })),
    deleteIdentityProvider: (id: string, etag: string) => data(client.DELETE(provider, change(id, etag))),

    apiKeys: async () => (await data(client.GET('/api/v1/api-keys'))).items,
    createApiKey: (body: NewApiKey) => data(client.POST('/api/v1/api-keys', { body })),
    rotateApiKey: (id: string, overlapHours: number) =>
      data(client.POST('/api/v1/api-keys/{id}/rotate', { ...one(id), body: { overlapHours } })),
    revokeApiKey: (id: string) => data(client.DELETE('/api/v1/api-keys/{id}', one(id))),

    auditEntries: (query: AuditQuery) => data(client.GET('/api/v1/audit-entries', { params: { query } })),
    /** The same entries as a file: `text/csv` or `application/jsonl`. */
    auditExport: (query: AuditQuery, mediaType: string): Promise<Blob> =>
      data(
        client.GET('/api/v1/audit-entries', {
          params: { query },
          headers: { Accept: mediaType },
          parseAs: 'blob',
        }),
      ),
    chainState: (scope: AuditScope) =>
      data(client.GET('/api/v1/audit-entries/verification', { params: { query: { scope } } })),

    mails: async () => (await data(client.GET('/api/v1/mails'))).items,
  };
}
