import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ChangedBetween } from '../../components/ChangedBetween';
import { Confirm } from '../../components/Confirm';
import { Instant } from '../../components/Instant';
import { Loaded } from '../../components/Loaded';
import { PageHead } from '../../components/PageHead';
import { ProblemNotice } from '../../components/ProblemNotice';
import { useApi } from '../../lib/api/context';
import type { Asset, User, Versioned } from '../../lib/api/types';
import { useEdit } from '../../lib/edit';
import { placed } from '../../lib/findings';
import { errorsIn, patchOf, textsOf, withTyped } from '../../lib/form';
import { may } from '../../lib/roles';
import { addressOf, go } from '../../lib/route';
import { useAssetFields } from './AssetPage';
import { FieldGrid } from './FieldGrid';
import { KINDS } from './fields';

export function EditAsset({ id, user }: { id: string; user: User }) {
  const api = useApi();
  const query = useQuery({ queryKey: ['asset', id], queryFn: () => api.asset(id) });
  return (
    <Loaded query={query} what="the asset">
      {(asset) => <Editor query={query} asset={asset} user={user} />}
    </Loaded>
  );
}

interface Props {
  readonly query: ReturnType<typeof useQuery<Versioned<Asset>>>;
  readonly asset: Versioned<Asset>;
  readonly user: User;
}

function Editor({ query, asset, user }: Props) {
  const editable = may(user, 'editPortfolio');
  const deletable = may(user, 'deletePortfolio');
  const api = useApi();
  const queries = useQueryClient();
  const { id, kind } = asset.value;
  const { general, parameters, choices } = useAssetFields(kind);
  const all = [...general, ...parameters];
  const [pressed, setPressed] = useState(false);
  const edit = useEdit({
    query,
    fieldsOf: (value: Asset) => textsOf(value, all),
    save: (etag, typed, base) => {
      const before = textsOf(base, all);
      return api.changeAsset(id, etag, patchOf(all, before, withTyped(before, typed)));
    },
    onSaved: (saved) => {
      queries.setQueryData(['asset', id], saved);
      return queries.invalidateQueries({ queryKey: ['assets'] });
    },
  });
  const texts = edit.fields ?? {};
  const errors = errorsIn(all, texts);
  const findings = placed(
    edit.error,
    all.map((field) => field.path),
  );
  const common = {
    texts,
    errors: pressed ? errors : {},
    findings,
    readOnly: !editable,
    choices,
    onChange: (path: string, text: string) => {
      edit.change({ [path]: text });
    },
  };
  return (
    <form
      className="asset-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setPressed(true);
        if (Object.keys(errors).length === 0) {
          edit.submit();
        }
      }}
    >
      <PageHead
        title={asset.value.name}
        note={
          <>
            {KINDS[kind].title} · added <Instant at={asset.value.createdAt} />
          </>
        }
      />
      <ChangedBetween between={edit.between} onDiscard={edit.discard} />
      {findings.rest !== null && <ProblemNotice error={findings.rest} />}
      <FieldGrid title="General" fields={general} {...common} />
      <FieldGrid title={KINDS[kind].title} fields={parameters} {...common} />
      {editable && (
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
          <span className="bar-space" />
          {deletable && (
            <Confirm
              action="Delete"
              title="Delete the asset?"
              onConfirm={async () => {
                await api.deleteAsset(id, edit.etag ?? asset.etag);
                await queries.invalidateQueries({ queryKey: ['assets'] });
                go(addressOf('assets'));
              }}
            >
              <bdi>{asset.value.name}</bdi> can no longer be chosen for bid runs. Its history is kept.
            </Confirm>
          )}
        </footer>
      )}
    </form>
  );
}
