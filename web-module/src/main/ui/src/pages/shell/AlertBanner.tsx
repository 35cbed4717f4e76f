import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Confirm } from '../../components/Confirm';
import { Instant } from '../../components/Instant';
import { useApi } from '../../lib/api/context';
import { useAlerts } from '../../lib/api/queries';
import type { Alert, User } from '../../lib/api/types';
import { useNow } from '../../lib/now';
import { may } from '../../lib/roles';

const TONE: Record<Alert['severity'], string> = { information: 'neutral', warning: 'wait', critical: 'bad' };

/** What an administrator tells everybody, on every page. Who has read it puts it away, on this page alone. */
export function AlertBanner({ user }: { user: User }) {
  const { data } = useAlerts();
  const [read, setRead] = useState<ReadonlySet<string>>(new Set());
  const now = useNow();
  const shown = (data ?? []).filter(({ id, endsAt }) => !read.has(id) && Date.parse(endsAt) > now);
  return (
    <section aria-label="Alerts" aria-live="polite" className={shown.length === 0 ? 'sr-only' : 'alerts'}>
      {shown.map((alert) => (
        <div key={alert.id} className={`alert alert-${alert.severity}`}>
          <span className={`tag tag-${TONE[alert.severity]}`}>{alert.severity}</span>
          <p dir="auto">{alert.message}</p>
          <span className="dim">
            <Instant at={alert.raisedAt} />
          </span>
          {may(user, 'raiseAlerts') && <Withdraw alert={alert} />}
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => {
              setRead(new Set(read).add(alert.id));
            }}
          >
            Hide
          </Button>
        </div>
      ))}
    </section>
  );
}

function Withdraw({ alert }: { alert: Alert }) {
  const api = useApi();
  const queries = useQueryClient();
  return (
    <Confirm
      action="Withdraw"
      title="Withdraw the alert?"
      onConfirm={async () => {
        await api.withdrawAlert(alert.id);
        await queries.invalidateQueries({ queryKey: ['alerts'] });
      }}
    >
      Nobody sees it any more: <bdi>{alert.message}</bdi>
    </Confirm>
  );
}
