import type { components, paths } from './schema.gen';

/**
 * Operations that are agreed on and not in `openapi.json` yet. As soon as the document has a path, the document's
 * types take its place here, and a difference is an error of the compiler.
 */
export type Paths = Omit<paths, keyof Overridden> & Overridden & Omit<Agreed, keyof paths>;

interface Operation<Parameters, Body, Answer, Status extends number = 200> {
  parameters: Parameters;
  requestBody: { content: { 'application/json': Body } };
  responses: Record<Status, { headers: Record<string, unknown>; content: { 'application/json': Answer } }>;
}

interface Read<Parameters, Answer> {
  parameters: Parameters;
  responses: Record<200, { headers: Record<string, unknown>; content: { 'application/json': Answer } }>;
}

type None = Record<string, never>;
interface ById {
  path: { id: string };
}
interface IfMatch {
  path: { id: string };
  header: { 'If-Match': string };
}
interface Once {
  header?: { 'Idempotency-Key'?: string };
}
interface List {
  query?: { limit?: number; cursor?: string };
}
interface Items<Item> {
  items: Item[];
  next?: string;
}

interface UserJson {
  id: string;
  email: string;
  displayName: string;
  organisation: { id: string; name: string };
  roles: string[];
}

interface AccessJson {
  accessToken: string;
  tokenType: string;
  expiresIn: number;
  user: UserJson;
}

interface LogInJson {
  state: 'authenticated' | 'second-factor-required' | 'enrolment-required';
  accessToken?: string;
  tokenType?: string;
  expiresIn?: number;
  user?: UserJson;
  challenge?: string;
}

interface ListedUserJson {
  id: string;
  email: string;
  displayName: string;
  roles: string[];
  status: 'invited' | 'active' | 'suspended' | 'deleted';
  emailVerified: boolean;
  createdAt: string;
  version: number;
}

interface SessionJson {
  id: string;
  current: boolean;
  method: string;
  address: string;
  userAgent: string;
  startedAt: string;
  lastUsedAt: string;
  expiresAt: string;
}

interface OrganisationJson {
  id: string;
  name: string;
  status: 'active' | 'suspended';
  passwordLogIn: boolean;
  singleSignOnRequired: boolean;
  secondFactorRoles: string[];
  createdAt: string;
  version: number;
}

interface IdentityProviderJson {
  issuer: string;
  clientId: string;
  scopes: string[];
  groupsClaim: string;
  roleMapping: Record<string, string>;
  emailDomains: string[];
  createUsers: boolean;
  version: number;
  changedAt: string;
}

interface ApiKeyJson {
  id: string;
  name: string;
  prefix: string;
  roles: string[];
  userId: string;
  state: string;
  createdAt: string;
  expiresAt: string;
  lastUsedAt?: string;
  revokedAt?: string;
  replacedBy?: string;
}

interface CreatedApiKeyJson {
  id: string;
  name: string;
  roles: string[];
  expiresAt: string;
  key: string;
}

interface AuditEntryJson {
  id: string;
  at: string;
  userId?: string;
  userEmail?: string;
  action: string;
  subjectType: string;
  subjectId: string;
  outcome: string;
  address: string;
  userAgent: string;
  requestId: string;
  values: { path: string; before?: string; after?: string }[];
  sequence?: number;
}

interface MailJson {
  id: string;
  to: string;
  template: string;
  link?: string;
  state: string;
  attempts: number;
  createdAt: string;
  expiresAt: string;
  lastError?: string;
  text?: string;
}

interface AssetJson {
  id: string;
  name: string;
  kind: 'battery' | 'pv' | 'wind' | 'thermal' | 'hydro' | 'load';
  zoneCode: string;
  siteId?: string;
  battery?: components['schemas']['Battery'];
  pv?: Record<string, number>;
  wind?: Record<string, number>;
  thermal?: Record<string, number>;
  hydro?: Record<string, number>;
  load?: Record<string, number>;
  version: number;
  createdAt: string;
}
type NewAssetJson = Omit<AssetJson, 'id' | 'version' | 'createdAt'>;
type AssetChangeJson = Omit<NewAssetJson, 'kind'>;

interface SiteJson {
  id: string;
  name: string;
  zoneCode: string;
  location?: { latitude: number; longitude: number };
  gridConnection: { importLimitMw?: number; exportLimitMw?: number };
  version: number;
  createdAt: string;
}

interface Overridden {
  '/api/v1/auth/login': { post: Operation<None, { email: string; password: string }, LogInJson> };
  '/api/v1/auth/me': {
    get: Read<None, UserJson>;
    patch: Operation<None, { displayName: string }, UserJson>;
  };
  '/api/v1/assets': {
    get: Read<List, Items<AssetJson>>;
    post: Operation<Once, NewAssetJson, AssetJson, 201>;
  };
  '/api/v1/assets/{id}': {
    get: Read<ById, AssetJson>;
    patch: Operation<IfMatch, Partial<AssetChangeJson>, AssetJson>;
    delete: Read<IfMatch, never>;
  };
}

interface Agreed {
  '/api/v1/auth/refresh': { post: Read<None, AccessJson> };
  '/api/v1/auth/logout': { post: Operation<None, { everywhere?: boolean }, never, 204> };
  '/api/v1/auth/mfa': {
    get: Read<None, { enrolled: boolean; recoveryCodesLeft: number; required: boolean }>;
  };
  '/api/v1/auth/mfa/verify': { post: Operation<None, { challenge: string; code: string }, LogInJson> };
  '/api/v1/auth/mfa/enrolment': {
    post: Operation<None, { challenge?: string }, { secret: string; otpauthUri: string }>;
  };
  '/api/v1/auth/mfa/enrolment/confirm': {
    post: Operation<
      None,
      { challenge?: string; code: string },
      { recoveryCodes: string[]; access?: AccessJson }
    >;
  };
  '/api/v1/auth/mfa/recovery-codes': { post: Operation<None, { code: string }, { recoveryCodes: string[] }> };
  '/api/v1/auth/mfa/disable': { post: Operation<None, { password: string; code: string }, never, 204> };
  '/api/v1/auth/register': {
    post: Operation<
      None,
      { organisationName: string; displayName: string; email: string; password: string },
      never,
      202
    >;
  };
  '/api/v1/auth/verify-email': { post: Operation<None, { token: string }, never, 204> };
  '/api/v1/auth/forgot-password': { post: Operation<None, { email: string }, never, 202> };
  '/api/v1/auth/reset-password': {
    post: Operation<None, { token: string; newPassword: string }, never, 204>;
  };
  '/api/v1/auth/accept-invitation': {
    post: Operation<None, { token: string; displayName: string; password: string }, never, 204>;
  };
  '/api/v1/auth/change-password': {
    post: Operation<None, { currentPassword: string; newPassword: string }, never, 204>;
  };
  '/api/v1/auth/oidc/start': {
    post: Operation<
      None,
      { email?: string; organisation?: string; returnTo?: string },
      { authorizationUrl: string }
    >;
  };
  '/api/v1/sessions': { get: Read<None, Items<SessionJson>> };
  '/api/v1/sessions/{id}': { delete: Read<ById, never> };
  '/api/v1/users': {
    get: Read<List, Items<ListedUserJson>>;
    post: Operation<None, { email: string; displayName: string; roles: string[] }, ListedUserJson, 201>;
  };
  '/api/v1/users/{id}': {
    get: Read<ById, ListedUserJson>;
    patch: Operation<
      IfMatch,
      { displayName?: string; roles?: string[]; status?: 'active' | 'suspended' },
      ListedUserJson
    >;
    delete: Read<IfMatch, never>;
  };
  '/api/v1/users/{id}/invitation': { post: Read<ById, { link: string; mailed: boolean }> };
  '/api/v1/users/{id}/sessions': { delete: Read<ById, never> };
  '/api/v1/users/{id}/mfa': { delete: Read<ById, never> };
  '/api/v1/organisations': {
    get: Read<List, Items<OrganisationJson>>;
    post: Operation<
      None,
      { name: string; administratorEmail: string; administratorName: string },
      OrganisationJson,
      201
    >;
  };
  '/api/v1/organisations/{id}': {
    get: Read<ById, OrganisationJson>;
    patch: Operation<
      IfMatch,
      {
        name?: string;
        status?: 'active' | 'suspended';
        passwordLogIn?: boolean;
        singleSignOnRequired?: boolean;
        secondFactorRoles?: string[];
      },
      OrganisationJson
    >;
    delete: Read<IfMatch, never>;
  };
  '/api/v1/organisations/{id}/identity-provider': {
    get: Read<ById, IdentityProviderJson>;
    put: Operation<
      { path: { id: string }; header?: { 'If-Match'?: string } },
      Omit<IdentityProviderJson, 'version' | 'changedAt'> & { clientSecret?: string },
      IdentityProviderJson
    >;
    delete: Read<IfMatch, never>;
  };
  '/api/v1/api-keys': {
    get: Read<None, Items<ApiKeyJson>>;
    post: Operation<None, { name: string; roles: string[]; expiresAt: string }, CreatedApiKeyJson, 201>;
  };
  '/api/v1/api-keys/{id}': { delete: Read<ById, never> };
  '/api/v1/api-keys/{id}/rotate': {
    post: Operation<ById, { overlapHours: number }, CreatedApiKeyJson, 201>;
  };
  '/api/v1/audit-entries': {
    get: Read<
      {
        query?: {
          from?: string;
          to?: string;
          action?: string;
          userId?: string;
          subjectType?: string;
          subjectId?: string;
          scope?: 'organisation' | 'platform';
          limit?: number;
          cursor?: string;
        };
      },
      Items<AuditEntryJson>
    >;
  };
  '/api/v1/audit-entries/verification': {
    get: Read<
      { query?: { scope?: 'organisation' | 'platform' } },
      {
        state: 'intact' | 'broken';
        sealed: number;
        unsealed: number;
        unsealedEntries: string[];
        head?: string;
        firstBroken?: { kind: string; detail: string; sequence?: number; entryId?: string };
      }
    >;
  };
  '/api/v1/mails': { get: Read<None, Items<MailJson>> };
  '/api/v1/sites': {
    get: Read<List, Items<SiteJson>>;
    post: Operation<Once, { name: string; zoneCode: string }, SiteJson, 201>;
  };
  '/api/v1/sites/{id}': {
    get: Read<ById, SiteJson>;
    patch: Operation<IfMatch, { name?: string; zoneCode?: string }, SiteJson>;
    delete: Read<IfMatch, never>;
  };
}
