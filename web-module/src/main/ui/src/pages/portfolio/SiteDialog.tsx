import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { ChangedBetween } from '../../components/ChangedBetween';
import { Confirm } from '../../components/Confirm';
import { Dialog } from '../../components/Dialog';
import { Loaded } from '../../components/Loaded';
import { ProblemNotice } from '../../components/ProblemNotice';
import { useApi } from '../../lib/api/context';
import { useZones } from '../../lib/api/queries';
import { newKey } from '../../lib/api/transport';
import type { NewSite, Site, User } from '../../lib/api/types';
import { useUnsaved } from '../../lib/dirty';
import { useEdit } from '../../lib/edit';
import { placed } from '../../lib/findings';
import { documentOf, errorsIn, patchOf, textsOf, withTyped, type Texts } from '../../lib/form';
import { may } from '../../lib/roles';
import { FieldGrid } from './FieldGrid';
import { SITE_FIELDS } from './fields';

const PATHS = SITE_FIELDS.map((field) => field.path);

function useZoneChoices() {
  const zones = useZones();
  return {
    zoneCode: (zones.data ?? []).map(({ code, name }) => ({ value: code, label: `${code} · ${name}` })),
  };
}

export function NewSiteDialog({ onClose }: { onClose: () => void }) {
  const api = useApi();
  const queries = useQueryClient();
  const choices = useZoneChoices();
  const [texts, setTexts] = useState<Texts>({});
  const [pressed, setPressed] = useState(false);
  const key = useRef<string>(undefined);
  const create = useMutation({
    mutationFn: () => {
      key.current ??= newKey();
      return api.createSite(documentOf(SITE_FIELDS, texts) as NewSite, key.current);
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['sites'] });
      onClose();
    },
  });
  useUnsaved(Object.keys(texts).length > 0 && !create.isSuccess);
  const errors = errorsIn(SITE_FIELDS, texts);
  const findings = placed(create.error, PATHS);
  return (
    <Dialog title="Add a site" onClose={onClose} wide>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setPressed(true);
          if (Object.keys(errors).length === 0) {
            create.mutate();
          }
        }}
      >
        {findings.rest !== null && <ProblemNotice error={findings.rest} />}
        <FieldGrid
          title="Site"
          fields={SITE_FIELDS}
          texts={texts}
          errors={pressed ? errors : {}}
          findings={findings}
          readOnly={false}
          choices={choices}
          onChange={(path, text) => {
            key.current = undefined;
            setTexts({ ...texts, [path]: text });
          }}
        />
        <footer className="dialog-foot">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={create.isPending}>
            Add
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}

interface Props {
  readonly id: string;
  readonly user: User;
  readonly onClose: () => void;
}

export function SiteDialog({ id, user, onClose }: Props) {
  const editable = may(user, 'editPortfolio');
  const api = useApi();
  const queries = useQueryClient();
  const choices = useZoneChoices();
  const query = useQuery({ queryKey: ['site', id], queryFn: () => api.site(id) });
  const [pressed, setPressed] = useState(false);
  const edit = useEdit({
    query,
    fieldsOf: (site: Site) => textsOf(site, SITE_FIELDS),
    save: (etag, typed, base) => {
      const before = textsOf(base, SITE_FIELDS);
      return api.changeSite(id, etag, patchOf(SITE_FIELDS, before, withTyped(before, typed)));
    },
    onSaved: (saved) => {
      queries.setQueryData(['site', id], saved);
      return queries.invalidateQueries({ queryKey: ['sites'] });
    },
  });
  const { base, etag } = edit;
  const texts = edit.fields ?? {};
  const errors = errorsIn(SITE_FIELDS, texts);
  const findings = placed(edit.error, PATHS);
  return (
    <Dialog title={base?.name ?? 'Site'} onClose={onClose} wide>
      <Loaded query={query} what="the site">
        {() => null}
      </Loaded>
      {base !== undefined && etag !== undefined && (
        <form
          className="stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            setPressed(true);
            if (Object.keys(errors).length === 0) {
              edit.submit();
            }
          }}
        >
          <ChangedBetween between={edit.between} onDiscard={edit.discard} />
          {findings.rest !== null && <ProblemNotice error={findings.rest} />}
          <FieldGrid
            title="Site"
            fields={SITE_FIELDS}
            texts={texts}
            errors={pressed ? errors : {}}
            findings={findings}
            readOnly={!editable}
            choices={choices}
            onChange={(path, text) => {
              edit.change({ [path]: text });
            }}
          />
          {editable && (
            <footer className="dialog-foot">
              {may(user, 'deletePortfolio') && (
                <Confirm
                  action="Delete"
                  title="Delete the site?"
                  onConfirm={async () => {
                    await api.deleteSite(id, etag);
                    await queries.invalidateQueries({ queryKey: ['sites'] });
                    onClose();
                  }}
                >
                  <bdi>{base.name}</bdi> goes; its history is kept. A site with assets cannot be deleted.
                </Confirm>
              )}
              <span className="bar-space" />
              {edit.saved && (
                <span role="status" className="dim">
                  Saved.
                </span>
              )}
              <Button type="submit" loading={edit.busy} disabled={!edit.unsaved}>
                Save
              </Button>
            </footer>
          )}
        </form>
      )}
    </Dialog>
  );
}
