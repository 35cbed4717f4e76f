import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { DataTable, type Column } from '../../components/DataTable';
import { Instant } from '../../components/Instant';
import { Loaded } from '../../components/Loaded';
import { PageHead } from '../../components/PageHead';
import { useAssets, useSites } from '../../lib/api/queries';
import type { Asset, User } from '../../lib/api/types';
import { counted, decimal, digitsFor } from '../../lib/format';
import { may } from '../../lib/roles';
import { addressOf } from '../../lib/route';
import { KIND_NAMES, KINDS } from './fields';

/** The plant of the organisation. */
export function AssetsPage({ user }: { user: User }) {
  const assets = useAssets();
  const sites = useSites();
  const [search, setSearch] = useState('');
  const [kind, setKind] = useState('');
  const text = search.trim().toLowerCase();
  const nameOf = (id: string | undefined) => sites.data?.find((site) => site.id === id)?.name;
  return (
    <main id="content" tabIndex={-1} className="page">
      <PageHead title="Assets">
        {may(user, 'editPortfolio') && (
          <a className="button" href={addressOf('assets', 'new')}>
            Add an asset
          </a>
        )}
      </PageHead>
      <div className="filters">
        <TextInput
          label="Name"
          type="search"
          value={search}
          onChange={(event) => {
            setSearch(event.currentTarget.value);
          }}
        />
        <NativeSelect
          label="Kind"
          value={kind}
          data={[
            { value: '', label: 'all' },
            ...KIND_NAMES.map((each) => ({ value: each, label: KINDS[each].title })),
          ]}
          onChange={(event) => {
            setKind(event.currentTarget.value);
          }}
        />
      </div>
      <Loaded query={assets} what="the assets">
        {(all) => {
          const rows = all.filter(
            (asset) => (kind === '' || asset.kind === kind) && asset.name.toLowerCase().includes(text),
          );
          return (
            <>
              <p className="dim small count">{counted(rows.length, all.length, 'asset')}</p>
              {rows.length === 0 ? (
                <p className="dim empty-line">
                  {all.length === 0 ? 'No asset yet.' : 'Nothing matches the filter.'}
                </p>
              ) : (
                <DataTable label="Assets" rows={rows} columns={columnsOf(nameOf)} rowKey={(row) => row.id} />
              )}
            </>
          );
        }}
      </Loaded>
    </main>
  );
}

function columnsOf(nameOf: (site: string | undefined) => string | undefined): Column<Asset>[] {
  return [
    {
      key: 'name',
      title: 'Name',
      text: true,
      value: (row) => row.name.toLowerCase(),
      show: (row) => (
        <a className="cell" href={addressOf('assets', row.id)} title={row.name}>
          <bdi>{row.name}</bdi>
        </a>
      ),
    },
    {
      key: 'kind',
      title: 'Kind',
      text: true,
      value: (row) => KINDS[row.kind].title,
      show: (row) => KINDS[row.kind].title,
    },
    {
      key: 'power',
      title: 'Power',
      unit: 'MW',
      value: powerOf,
      show: (row) => decimal(powerOf(row), digitsFor([powerOf(row)], 1, 3)),
    },
    {
      key: 'site',
      title: 'Site',
      text: true,
      value: (row) => nameOf(row.siteId),
      show: (row) => (
        <span className="cell">
          <bdi>{nameOf(row.siteId) ?? '–'}</bdi>
        </span>
      ),
    },
    { key: 'zone', title: 'Zone', text: true, value: (row) => row.zoneCode, show: (row) => row.zoneCode },
    {
      key: 'created',
      title: 'Added',
      text: true,
      value: (row) => row.createdAt,
      show: (row) => <Instant at={row.createdAt} />,
    },
  ];
}

/** Greatest power into the grid; what a load takes. */
function powerOf(asset: Asset): number | undefined {
  return (
    asset.battery?.dischargePowerMw ??
    asset.pv?.peakPowerMw ??
    asset.wind?.ratedPowerMw ??
    asset.thermal?.maxPowerMw ??
    asset.hydro?.turbinePowerMw ??
    asset.load?.baselineMw
  );
}
