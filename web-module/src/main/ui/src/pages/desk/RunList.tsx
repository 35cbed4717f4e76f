import { SimulatedBadge, StateBadge } from '../../components/StateBadge';
import { ProblemNotice } from '../../components/ProblemNotice';
import { addressOf } from '../../lib/route';
import { useAssets, useZones, type useRuns } from '../../lib/api/queries';
import type { BidRunSummary } from '../../lib/api/types';
import { decimal, percent } from '../../lib/format';
import { dateTime, timeOfDay, wallClock } from '../../lib/time';

interface Props {
  readonly runs: ReturnType<typeof useRuns>;
  readonly shown: string | undefined;
}

export function RunList({ runs, shown }: Props) {
  return (
    <section className="panel run-list" aria-labelledby="runs-title">
      <h2 id="runs-title">Recent runs</h2>
      {runs.error !== null && (
        <ProblemNotice
          error={runs.error}
          onRetry={() => {
            void runs.refetch();
          }}
        />
      )}
      {runs.isPending && <p className="dim">Loading…</p>}
      {runs.data?.length === 0 && <p className="dim">None yet.</p>}
      <ol>
        {runs.data?.map((run) => (
          <li key={run.id}>
            <a href={addressOf('runs', run.id)} aria-current={run.id === shown ? 'true' : undefined}>
              <RunLine run={run} />
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}

function RunLine({ run }: { run: BidRunSummary }) {
  const name = useAssets().data?.find((asset) => asset.id === run.assetId)?.name ?? 'Asset';
  const place = useZones().data?.find((each) => each.code === run.zoneCode);
  const zone = place?.timeZone ?? 'UTC';
  const created = Date.parse(run.createdAt);
  return (
    <>
      <span className="run-line">
        <b className="num-inline">{run.deliveryDate}</b>
        <StateBadge state={run.state} />
      </span>
      <span className="run-line">
        <span className="ellipsis" title={`${name}, ${run.productCode} in ${run.zoneCode}`}>
          {name} · {run.zoneCode}
        </span>
        {run.profit !== undefined && (
          <span className="num-inline" title="Profit">
            {decimal(run.profit, 0)} {place?.currency}
          </span>
        )}
      </span>
      <span className="run-line dim">
        <span className="num-inline" title={`Started ${dateTime(created, zone)}`}>
          {wallClock(created, zone).date} {timeOfDay(created, zone)}
        </span>
        {run.simulated && <SimulatedBadge />}
        <span className="bar-space" />
        <span className="num-inline" title="Of the profit with perfect foresight">
          {captured(run)}
        </span>
      </span>
    </>
  );
}

function captured({ profit, perfectForesightProfit }: BidRunSummary): string {
  return profit === undefined || perfectForesightProfit === undefined || perfectForesightProfit === 0
    ? ''
    : percent(profit / perfectForesightProfit);
}
