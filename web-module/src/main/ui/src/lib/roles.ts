import type { User } from './api/types';

export type Role = 'viewer' | 'analyst' | 'trader' | 'approver' | 'administrator' | 'operator';

/** The roles of an organisation, with what each may do; the platform's operator is made by a command. */
export const ROLES: readonly { readonly role: Role; readonly may: string }[] = [
  { role: 'viewer', may: 'sees everything of the organisation, changes nothing' },
  { role: 'analyst', may: 'besides, exports market data and simulates' },
  { role: 'trader', may: 'starts bid runs, edits sites and assets' },
  { role: 'approver', may: 'sees everything, approves bids' },
  {
    role: 'administrator',
    may: 'manages users, keys, sites, assets and the organisation; reads the audit log',
  },
];

/** Besides, for who has it: operators are made by a command. */
export const OPERATOR = {
  role: 'operator',
  may: 'runs the platform: organisations, imports, market rules',
} as const;

/** What the server lets these roles do; what it does not is not offered. */
const ALLOWED = {
  startRuns: ['trader', 'administrator'],
  editPortfolio: ['trader', 'administrator'],
  deletePortfolio: ['administrator'],
  manageUsers: ['administrator'],
  manageOrganisation: ['administrator'],
  raiseAlerts: ['administrator'],
  readAudit: ['administrator', 'operator'],
  readPlatformAudit: ['operator'],
  readMails: ['administrator', 'operator'],
  manageOrganisations: ['operator'],
  manageRules: ['operator'],
  importFiles: ['operator'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof ALLOWED;

export function may(user: User, permission: Permission): boolean {
  const allowed: readonly string[] = ALLOWED[permission];
  return user.roles.some((role) => allowed.includes(role));
}
