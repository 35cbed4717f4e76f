import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { PageHead } from '../../components/PageHead';
import { useSites, useZones } from '../../lib/api/queries';
import type { AssetKind, User } from '../../lib/api/types';
import type { Field } from '../../lib/form';
import { may } from '../../lib/roles';
import { addressOf } from '../../lib/route';
import { EditAsset } from './EditAsset';
import { KIND_NAMES, KINDS } from './fields';
import { NewAsset } from './NewAsset';

/** One asset: looked at, edited, or made (`#/assets/new`). */
export function AssetPage({ id, user }: { id: string; user: User }) {
  return (
    <main id="content" tabIndex={-1} className="page">
      <p className="crumbs">
        <a href={addressOf('assets')}>Assets</a>
      </p>
      {id === 'new' && may(user, 'editPortfolio') ? <AddAsset /> : <EditAsset id={id} user={user} />}
    </main>
  );
}

function AddAsset() {
  const [kind, setKind] = useState<AssetKind>('battery');
  return (
    <>
      <PageHead title="Add an asset" />
      <div className="panel section kind-choice">
        <NativeSelect
          label="Kind"
          value={kind}
          data={KIND_NAMES.map((each) => ({ value: each, label: KINDS[each].title }))}
          onChange={(event) => {
            setKind(event.currentTarget.value as AssetKind);
          }}
        />
      </div>
      <NewAsset key={kind} kind={kind} />
    </>
  );
}

const GENERAL: readonly Field[] = [
  { path: 'name', label: 'Name', kind: 'text' },
  { path: 'zoneCode', label: 'Bidding zone', kind: 'choice' },
  { path: 'siteId', label: 'Site', kind: 'choice', optional: true },
];

/** The fields of a kind of asset, and what the server offers to choose from. */
export function useAssetFields(kind: AssetKind) {
  const zones = useZones();
  const sites = useSites();
  return {
    general: GENERAL,
    parameters: KINDS[kind].fields,
    choices: {
      zoneCode: (zones.data ?? []).map(({ code, name }) => ({ value: code, label: `${code} · ${name}` })),
      siteId: [
        { value: '', label: 'none' },
        ...(sites.data ?? []).map((site) => ({ value: site.id, label: site.name })),
      ],
    },
  };
}
