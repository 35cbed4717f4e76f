import type { AuditQuery, AuditScope } from '../../lib/api/types';

/** What stands in the filter; empty is: any. */
export interface AuditFilter {
  readonly scope: AuditScope;
  readonly from: string;
  readonly to: string;
  readonly action: string;
  readonly userId: string;
  readonly subjectType: string;
  readonly subjectId: string;
}

export const EMPTY_FILTER: AuditFilter = {
  scope: 'organisation',
  from: '',
  to: '',
  action: '',
  userId: '',
  subjectType: '',
  subjectId: '',
};

export const FILTERS = [
  { key: 'from', label: 'From (UTC)', type: 'datetime-local', placeholder: '' },
  { key: 'to', label: 'Before (UTC)', type: 'datetime-local', placeholder: '' },
  { key: 'action', label: 'Action', type: 'text', placeholder: 'user.invite' },
  { key: 'userId', label: 'User id', type: 'text', placeholder: '' },
  { key: 'subjectType', label: 'Subject', type: 'text', placeholder: 'asset' },
  { key: 'subjectId', label: 'Subject id', type: 'text', placeholder: '' },
] as const;

const INSTANTS = new Set(['from', 'to']);

export function queryOf(filter: AuditFilter): AuditQuery {
  return Object.fromEntries(
    Object.entries(filter)
      .map(([key, text]: [string, string]) => [key, text.trim()] as const)
      .filter(([, text]) => text !== '')
      .map(([key, text]) => [key, INSTANTS.has(key) ? instant(text) : text]),
  );
}

// The field leaves the seconds out where they are zero.
function instant(local: string): string {
  return `${local.length === 16 ? `${local}:00` : local}Z`;
}
