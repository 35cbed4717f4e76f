import type { paths } from './schema.gen';

/**
 * Operations that are agreed on and not in `openapi.json` yet. As soon as the document has a path, the document's
 * types take its place here, and a difference is an error of the compiler.
 */
export type Paths = paths & Omit<Agreed, keyof paths>;

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

interface AccessJson {
  accessToken: string;
  tokenType: string;
  expiresIn: number;
  user: {
    id: string;
    email: string;
    displayName: string;
    organisation: { id: string; name: string };
    roles: string[];
  };
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

interface Agreed {
  '/api/v1/auth/refresh': { post: Read<None, AccessJson> };
  '/api/v1/auth/logout': { post: Operation<None, { everywhere?: boolean }, never, 204> };
  '/api/v1/sessions': { get: Read<None, { items: SessionJson[] }> };
  '/api/v1/sessions/{id}': { delete: Read<ById, never> };
  '/api/v1/users/{id}/sessions': { delete: Read<ById, never> };
}
