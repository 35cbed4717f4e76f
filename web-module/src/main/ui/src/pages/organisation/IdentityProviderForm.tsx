import { Button, Checkbox, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Confirm } from '../../components/Confirm';
import { ProblemNotice } from '../../components/ProblemNotice';
import { useApi } from '../../lib/api/context';
import { ApiError } from '../../lib/api/problem';
import type { IdentityProvider, Versioned } from '../../lib/api/types';
import { useUnsaved } from '../../lib/dirty';
import { placed } from '../../lib/findings';
import { draftOf, PROVIDER_PATHS, requestOf, type ProviderDraft } from './provider';
import { RoleMapping } from './RoleMapping';

/** Any OpenID Connect issuer; none is the state in which an organisation begins. */
export function IdentityProviderForm({ id }: { id: string }) {
  const api = useApi();
  const key = ['identity-provider', id];
  const provider = useQuery({
    queryKey: key,
    queryFn: async () => {
      try {
        return await api.identityProvider(id);
      } catch (refusal) {
        if (ApiError.of(refusal).status === 404) {
          return null;
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
      {provider.data !== undefined && (
        <Editor key={JSON.stringify(provider.data)} id={id} stored={provider.data} queryKey={key} />
      )}
    </section>
  );
}

interface Props {
  readonly id: string;
  readonly stored: Versioned<IdentityProvider> | null;
  readonly queryKey: readonly string[];
}

function Editor({ id, stored, queryKey }: Props) {
  const provider = stored?.value ?? null;
  const api = useApi();
  const queries = useQueryClient();
  const [typed, setTyped] = useState<Partial<ProviderDraft>>({});
  const draft = { ...draftOf(provider), ...typed };
  const unsaved = Object.keys(typed).length > 0;
  useUnsaved(unsaved);
  const save = useMutation({
    mutationFn: () => api.putIdentityProvider(id, stored?.etag, requestOf(draft)),
    onSuccess: () => {
      setTyped({});
      return queries.invalidateQueries({ queryKey });
    },
  });
  const findings = placed(save.error, PROVIDER_PATHS);
  const change = (part: Partial<ProviderDraft>) => {
    setTyped({ ...typed, ...part });
  };
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
        save.mutate();
      }}
    >
      <p className="dim">
        Register OptiBid there as a confidential client with the redirect address{' '}
        <code className="break">{new URL('api/v1/auth/oidc/callback', document.baseURI).href}</code>
      </p>
      {findings.rest !== null && <ProblemNotice error={findings.rest} />}
      {text('issuer', 'Issuer', 'For example https://login.example.org/realms/desk')}
      {text('clientId', 'Client id', 'As the identity provider knows OptiBid.')}
      <PasswordInput
        label="Client secret"
        description={provider === null ? 'Stored encrypted, never shown again.' : 'Empty: stays as it is.'}
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
        <Button type="submit" loading={save.isPending} disabled={!unsaved}>
          Save
        </Button>
        {save.isSuccess && !unsaved && (
          <span role="status" className="dim">
            Saved.
          </span>
        )}
        <span className="bar-space" />
        {stored !== null && (
          <Confirm
            action="Remove"
            title="Remove the identity provider?"
            onConfirm={async () => {
              await api.deleteIdentityProvider(id, stored.etag);
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
