import { Button, Checkbox, TextInput } from '@mantine/core';
import { useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { ChangedBetween } from '../../components/ChangedBetween';
import { ProblemNotice } from '../../components/ProblemNotice';
import { RoleChoice } from '../../components/RoleChoice';
import { useApi } from '../../lib/api/context';
import type { Organisation, Versioned } from '../../lib/api/types';
import { useEdit } from '../../lib/edit';
import { placed } from '../../lib/findings';

interface Props {
  readonly id: string;
  readonly query: UseQueryResult<Versioned<Organisation>>;
}

export function PolicyForm({ id, query }: Props) {
  const api = useApi();
  const queries = useQueryClient();
  const edit = useEdit({
    query,
    fieldsOf: ({ name, passwordLogIn, singleSignOnRequired, secondFactorRoles }: Organisation) => ({
      name,
      passwordLogIn,
      singleSignOnRequired,
      secondFactorRoles,
    }),
    save: (etag, typed) => api.changeOrganisation(id, etag, typed),
    onSaved: (saved) => {
      queries.setQueryData(['organisation', id], saved);
    },
  });
  const { fields, change } = edit;
  const findings = placed(edit.error, ['name', 'passwordLogIn', 'singleSignOnRequired', 'secondFactorRoles']);
  if (fields === undefined) {
    return null;
  }
  return (
    <section className="panel section" aria-labelledby="policy-title">
      <h2 id="policy-title">Name and log-in</h2>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          edit.submit();
        }}
      >
        <ChangedBetween between={edit.between} onDiscard={edit.discard} />
        {findings.rest !== null && <ProblemNotice error={findings.rest} />}
        <TextInput
          label="Name"
          required
          withAsterisk={false}
          value={fields.name}
          error={findings.at('name')}
          onChange={(event) => {
            change({ name: event.currentTarget.value });
          }}
        />
        <fieldset className="roles">
          <legend>Log-in</legend>
          <Checkbox
            label="By password"
            description="Off: nobody of the organisation logs in by password any more."
            checked={fields.passwordLogIn}
            error={findings.at('passwordLogIn')}
            onChange={(event) => {
              change({ passwordLogIn: event.currentTarget.checked });
            }}
          />
          <Checkbox
            label="Single sign-on required"
            description="Everybody logs in by the identity provider. Set it up and try it before you tick this."
            checked={fields.singleSignOnRequired}
            error={findings.at('singleSignOnRequired')}
            onChange={(event) => {
              change({ singleSignOnRequired: event.currentTarget.checked });
            }}
          />
        </fieldset>
        <RoleChoice
          label="Second factor required of"
          chosen={fields.secondFactorRoles}
          error={findings.at('secondFactorRoles')}
          onChange={(secondFactorRoles) => {
            change({ secondFactorRoles });
          }}
        />
        <footer className="form-foot">
          <Button type="submit" loading={edit.busy} disabled={!edit.unsaved}>
            Save
          </Button>
          {edit.unsaved && (
            <Button variant="default" onClick={edit.discard}>
              Discard
            </Button>
          )}
          {edit.saved && (
            <span role="status" className="dim">
              Saved.
            </span>
          )}
        </footer>
      </form>
    </section>
  );
}
