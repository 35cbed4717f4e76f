import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../../components/Loaded';
import { PageHead } from '../../components/PageHead';
import { useApi } from '../../lib/api/context';
import { AlertForm } from './AlertForm';
import { IdentityProviderForm } from './IdentityProviderForm';
import { PolicyForm } from './PolicyForm';

/** The organisation: its name, how its people log in, and its identity provider. */
export function OrganisationPage({ id }: { id: string }) {
  const api = useApi();
  const query = useQuery({ queryKey: ['organisation', id], queryFn: () => api.organisation(id) });
  return (
    <main id="content" tabIndex={-1} className="page">
      <PageHead title="Organisation" note={<bdi>{query.data?.value.name}</bdi>} />
      <div className="sections">
        <AlertForm />
      </div>
      <Loaded query={query} what="the organisation">
        {() => (
          <div className="sections">
            <PolicyForm id={id} query={query} />
            <IdentityProviderForm id={id} />
          </div>
        )}
      </Loaded>
    </main>
  );
}
