import { PageHead } from '../../components/PageHead';
import type { User } from '../../lib/api/types';
import { ChangePassword } from './ChangePassword';
import { OwnSessions } from './OwnSessions';
import { Profile } from './Profile';
import { SecondFactorSection } from './SecondFactorSection';

/** One's own account. */
export function AccountPage({ user }: { user: User }) {
  return (
    <main id="content" tabIndex={-1} className="page">
      <PageHead title="Account" note={<bdi>{user.email}</bdi>} />
      <div className="sections">
        <Profile user={user} />
        <SecondFactorSection />
        <ChangePassword />
        <OwnSessions />
      </div>
    </main>
  );
}
