import { Button } from '@mantine/core';
import { useState } from 'react';
import { DataTable, type Column } from '../../components/DataTable';
import { Instant } from '../../components/Instant';
import { Loaded } from '../../components/Loaded';
import { PageHead } from '../../components/PageHead';
import { useAssets, useSites } from '../../lib/api/queries';
import type { Site, User } from '../../lib/api/types';
import { may } from '../../lib/roles';
import { NewSiteDialog, SiteDialog } from './SiteDialog';

const NEW = 'new';

/** Places with plant behind one grid connection. */
export function SitesPage({ user }: { user: User }) {
  const sites = useSites();
  const assets = useAssets();
  const [shown, setShown] = useState<string>();
  const editable = may(user, 'editPortfolio');
  const close = () => {
    setShown(undefined);
  };
  const countOf = (site: Site) => assets.data?.filter((asset) => asset.siteId === site.id).length;
  return (
    <main id="content" tabIndex={-1} className="page">
      <PageHead title="Sites">
        {editable && (
          <Button
            onClick={() => {
              setShown(NEW);
            }}
          >
            Add a site
          </Button>
        )}
      </PageHead>
      <Loaded query={sites} what="the sites">
        {(rows) =>
          rows.length === 0 ? (
            <p className="dim empty-line">No site yet. Assets can do without one.</p>
          ) : (
            <DataTable
              label="Sites"
              rows={rows}
              columns={columnsOf(setShown, countOf)}
              rowKey={(row) => row.id}
            />
          )
        }
      </Loaded>
      {shown === NEW && <NewSiteDialog onClose={close} />}
      {shown !== undefined && shown !== NEW && (
        <SiteDialog key={shown} id={shown} user={user} onClose={close} />
      )}
    </main>
  );
}

function columnsOf(
  onShow: (id: string) => void,
  countOf: (site: Site) => number | undefined,
): Column<Site>[] {
  return [
    {
      key: 'name',
      title: 'Name',
      text: true,
      value: (row) => row.name.toLowerCase(),
      show: (row) => (
        <button
          type="button"
          className="link cell"
          title={row.name}
          onClick={() => {
            onShow(row.id);
          }}
        >
          <bdi>{row.name}</bdi>
        </button>
      ),
    },
    { key: 'zone', title: 'Zone', text: true, value: (row) => row.zoneCode, show: (row) => row.zoneCode },
    { key: 'assets', title: 'Assets', value: countOf, show: (row) => countOf(row) ?? '–' },
    {
      key: 'created',
      title: 'Added',
      text: true,
      value: (row) => row.createdAt,
      show: (row) => <Instant at={row.createdAt} />,
    },
  ];
}
