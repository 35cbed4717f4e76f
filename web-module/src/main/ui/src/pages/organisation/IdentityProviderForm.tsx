import { Button, Checkbox, PasswordInput, TextInput } from '@mantine/core';
import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { ChangedBetween } from '../../components/ChangedBetween';
import { Confirm } from '../../components/Confirm';
import { ProblemNotice } from '../../components/ProblemNotice';
import { useApi } from '../../lib/api/context';
import { ApiError } from '../../lib/api/problem';
import type { IdentityProvider, Versioned } from '../../lib/api/types';
import { useEdit } from '../../lib/edit';
import { placed } from '../../lib/findings';
import { draftOf, PROVIDER_PATHS, requestOf } from './provider';
import { RoleMapping } from './RoleMapping';

/** The provider that is stored, with its version; neither where an organisation has none, as it begins. */
type Stored = Versioned<IdentityProvider | null>;
const NONE: Stored = { value: null, etag: '' };

/** Any OpenID Connect issuer. */
export function IdentityProviderForm({ id }: { id: string }) {
  const api = useApi();
  const key = ['identity-provider', id];
  const provider = useQuery({
    queryKey: key,
    queryFn: async (): Promise<Stored> => {
      try {
        return await api.identityProvider(id);
      } catch (refusal) {
        if (ApiError.of(refusal).status === 404) {
          return NONE;
        }
        throw refusal;
      }
    },
  });
  return (
    <section className="panel section" aria-labelledby="provider-title">
      <h2 id="provider-title">Identity provider (single sign-on)</h2>
      {provider.error !== null && <ProblemNotice error={provider.error} />}
      {provider.isPending && (
        <p className="dim" role="status">
          Loading…
        </p>
      )}
      {provider.data !== undefined && <Editor id={id} query={provider} queryKey={key} />}
    </section>
  );
}

interface Props {
  readonly id: string;
  readonly query: UseQueryResult<Stored>;
  readonly queryKey: readonly string[];
}

function Editor({ id, query, queryKey }: Props) {
  const api = useApi();
  const queries = useQueryClient();
  const edit = useEdit({
    query,
    fieldsOf: draftOf,
    save: (etag, typed, base): Promise<Stored> =>
      api.putIdentityProvider(id, etag === '' ? undefined : etag, requestOf({ ...draftOf(base), ...typed })),
    onSaved: (saved) => {
      queries.setQueryData(queryKey, saved);
    },
  });
  const { fields: draft, etag, change } = edit;
  const findings = placed(edit.error, PROVIDER_PATHS);
  if (draft === undefined) {
    return null;
  }
  const text = (
    name: 'issuer' | 'clientId' | 'scopes' | 'groupsClaim' | 'emailDomains',
    label: string,
    hint: string,
  ) => (
    <TextInput
      label={label}
      description={hint}
      value={draft[name]}
      error={findings.at(name)}
      spellCheck={false}
      onChange={(event) => {
        change({ [name]: event.currentTarget.value });
      }}
    />
  );
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        edit.submit();
      }}
    >
      <p className="dim">
        Register OptiBid there as a confidential client with the redirect address{' '}
        <code className="break">{new URL('api/v1/auth/oidc/callback', document.baseURI).href}</code>
      </p>
      <ChangedBetween between={edit.between} onDiscard={edit.discard} />
      {findings.rest !== null && <ProblemNotice error={findings.rest} />}
      {text('issuer', 'Issuer', 'For example https://login.example.org/realms/desk')}
      {text('clientId', 'Client id', 'As the identity provider knows OptiBid.')}
      <PasswordInput
        label="Client secret"
        description={etag === '' ? 'Stored encrypted, never shown again.' : 'Empty: stays as it is.'}
        autoComplete="new-password"
        value={draft.clientSecret}
        error={findings.at('clientSecret')}
        onChange={(event) => {
          change({ clientSecret: event.currentTarget.value });
        }}
      />
      {text('emailDomains', 'E-mail domains', 'Whose addresses belong here, separated by spaces.')}
      {text('scopes', 'Scopes', 'Separated by spaces; openid is always asked for.')}
      {text('groupsClaim', 'Claim with the groups', 'For example groups.')}
      <RoleMapping
        mapping={draft.roleMapping}
        error={findings.at('roleMapping')}
        onChange={(roleMapping) => {
          change({ roleMapping });
        }}
      />
      <Checkbox
        label="Create accounts at the first log-in"
        description="Off: only who was invited can log in."
        checked={draft.createUsers}
        onChange={(event) => {
          change({ createUsers: event.currentTarget.checked });
        }}
      />
      <footer className="form-foot">
        <Button type="submit" loading={edit.busy} disabled={!edit.unsaved}>
          Save
        </Button>
        {edit.saved && (
          <span role="status" className="dim">
            Saved.
          </span>
        )}
        <span className="bar-space" />
        {etag !== undefined && etag !== '' && (
          <Confirm
            action="Remove"
            title="Remove the identity provider?"
            onConfirm={async () => {
              await api.deleteIdentityProvider(id, etag);
              await queries.invalidateQueries({ queryKey });
            }}
          >
            Nobody can log in by single sign-on any more. Its client secret is forgotten.
          </Confirm>
        )}
      </footer>
    </form>
  );
}
