import { Button } from '@mantine/core';
import { useState } from 'react';
import { ThemeSwitch } from '../../components/ThemeSwitch';
import { Wordmark } from '../../components/Wordmark';
import { useApi } from '../../lib/api/context';
import type { User } from '../../lib/api/types';
import { may, type Permission } from '../../lib/roles';
import { addressOf } from '../../lib/route';
import { LiveNotice } from './LiveNotice';

interface Entry {
  readonly page: string;
  readonly title: string;
  readonly needs?: Permission;
}

const ENTRIES: readonly Entry[] = [
  { page: 'desk', title: 'Bid desk' },
  { page: 'analytics', title: 'Analytics' },
  { page: 'markets', title: 'Markets' },
  { page: 'assets', title: 'Assets' },
  { page: 'sites', title: 'Sites' },
  { page: 'users', title: 'Users', needs: 'manageUsers' },
  { page: 'api-keys', title: 'API keys' },
  { page: 'audit', title: 'Audit log', needs: 'readAudit' },
  { page: 'organisation', title: 'Organisation', needs: 'manageOrganisation' },
  { page: 'organisations', title: 'Organisations', needs: 'manageOrganisations' },
  { page: 'mails', title: 'Mails', needs: 'readMails' },
];

const DESK = new Set(['', 'runs', 'desk']);

/** Where one is, where one may go, and who one is. What a role may not do is not there. */
export function NavBar({ user, page }: { user: User; page: string }) {
  const api = useApi();
  const [open, setOpen] = useState(false);
  const here = DESK.has(page) ? 'desk' : page;
  const offered = ENTRIES.filter(({ needs }) => needs === undefined || may(user, needs));
  return (
    <header className="bar">
      <Wordmark />
      <button
        type="button"
        className="nav-toggle"
        aria-expanded={open}
        aria-controls="nav"
        onClick={() => {
          setOpen(!open);
        }}
      >
        Menu
      </button>
      <nav id="nav" aria-label="Pages" className={open ? 'nav nav-open' : 'nav'}>
        <ul>
          {offered.map((entry) => (
            <li key={entry.page}>
              <a
                href={addressOf(entry.page)}
                aria-current={entry.page === here ? 'page' : undefined}
                onClick={() => {
                  setOpen(false);
                }}
              >
                {entry.title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <span className="bar-space" />
      <LiveNotice />
      <a
        className="bar-user"
        href={addressOf('account')}
        aria-current={here === 'account' ? 'page' : undefined}
        title={`${user.email} · ${user.organisation.name} · ${user.roles.join(', ')}`}
      >
        <bdi className="bar-org">{user.organisation.name}</bdi>{' '}
        <bdi className="bar-name">{user.displayName}</bdi>
      </a>
      <ThemeSwitch />
      <Button
        size="compact-xs"
        variant="transparent"
        className="bar-button"
        onClick={() => {
          void api.logOut(false);
        }}
      >
        Log out
      </Button>
    </header>
  );
}
