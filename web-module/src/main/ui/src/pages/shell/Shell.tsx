import type { ReactNode } from 'react';
import type { User } from '../../lib/api/types';
import { LiveDeskContext, useDeskConnection } from '../../lib/live/desk';
import { may } from '../../lib/roles';
import { useRoute, type Route } from '../../lib/route';
import { AccountPage } from '../account/AccountPage';
import { AnalyticsPage } from '../analytics/AnalyticsPage';
import { AuditPage } from '../audit/AuditPage';
import { DeskPage } from '../desk/DeskPage';
import { KeysPage } from '../keys/KeysPage';
import { MailsPage } from '../mails/MailsPage';
import { FilesPage } from '../markets/FilesPage';
import { MarketsPage } from '../markets/MarketsPage';
import { ProductPage } from '../markets/ProductPage';
import { SourcesPage } from '../markets/SourcesPage';
import { QualityPage } from '../markets/QualityPage';
import { StatisticsPage } from '../markets/StatisticsPage';
import { OrganisationPage } from '../organisation/OrganisationPage';
import { OrganisationsPage } from '../organisations/OrganisationsPage';
import { AssetPage } from '../portfolio/AssetPage';
import { AssetsPage } from '../portfolio/AssetsPage';
import { SitesPage } from '../portfolio/SitesPage';
import { UsersPage } from '../users/UsersPage';
import { AlertBanner } from './AlertBanner';
import { NavBar } from './NavBar';

/** The console of somebody who is logged in: the bar, and the page that the address names. */
export function Shell({ user }: { user: User }) {
  const route = useRoute();
  return (
    <LiveDeskContext value={useDeskConnection()}>
      <div className="shell">
        <a className="skip" href="#content" onClick={focusContent}>
          Skip to the content
        </a>
        <NavBar user={user} page={route.page} />
        <AlertBanner user={user} />
        {pageFor(route, user)}
      </div>
    </LiveDeskContext>
  );
}

function pageFor(route: Route, user: User): ReactNode {
  switch (route.page) {
    case 'account':
      return <AccountPage user={user} />;
    case 'analytics':
      return <AnalyticsPage />;
    case 'assets':
      return route.id === undefined ? (
        <AssetsPage user={user} />
      ) : (
        <AssetPage key={route.id} id={route.id} user={user} />
      );
    case 'markets':
      // The codes of products are in capitals.
      if (route.id === 'files') {
        return <FilesPage user={user} />;
      }
      if (route.id === 'sources') {
        return <SourcesPage />;
      }
      if (route.id === 'quality') {
        return <QualityPage />;
      }
      if (route.id === 'statistics') {
        return <StatisticsPage />;
      }
      return route.id === undefined ? (
        <MarketsPage />
      ) : (
        <ProductPage key={route.id} code={route.id} user={user} />
      );
    case 'sites':
      return <SitesPage user={user} />;
    case 'users':
      return may(user, 'manageUsers') ? <UsersPage user={user} /> : <NotForYou />;
    case 'organisation':
      return may(user, 'manageOrganisation') ? <OrganisationPage id={user.organisation.id} /> : <NotForYou />;
    case 'api-keys':
      return <KeysPage user={user} />;
    case 'audit':
      return may(user, 'readAudit') ? <AuditPage user={user} /> : <NotForYou />;
    case 'organisations':
      return may(user, 'manageOrganisations') ? <OrganisationsPage /> : <NotForYou />;
    case 'mails':
      return may(user, 'readMails') ? <MailsPage /> : <NotForYou />;
    default:
      return <DeskPage user={user} />;
  }
}

function NotForYou() {
  return (
    <main id="content" tabIndex={-1} className="page">
      <div className="empty">
        <h1>Not for your role</h1>
        <p>An administrator of your organisation can give you a role that may see this page.</p>
      </div>
    </main>
  );
}

// The address names the page that is shown, so the link must not replace it.
function focusContent(event: React.SyntheticEvent) {
  event.preventDefault();
  document.getElementById('content')?.focus();
}
