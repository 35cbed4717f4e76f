import { Alert, Button, Tabs } from '@mantine/core';
import { ProblemNotice } from '../../components/ProblemNotice';
import { SimulatedBadge, StateBadge } from '../../components/StateBadge';
import { useCancelRun, useRun } from '../../lib/api/queries';
import { ApiError } from '../../lib/api/problem';
import type { BidRun } from '../../lib/api/types';
import { decimal, sentence } from '../../lib/format';
import { useNow } from '../../lib/now';
import { isActive } from '../../lib/run';
import { countdown, dateTime, unusualLength, zoneName } from '../../lib/time';
import { BidsTable } from './BidsTable';
import { MoneyFigures } from './MoneyFigures';
import { PeriodsTable } from './PeriodsTable';
import { RunChart } from './RunChart';
import { StepStrip } from './StepStrip';

export function RunPanel({ id }: { id: string }) {
  const { data: run, error, refetch } = useRun(id);
  const notice = error !== null && (
    <ProblemNotice
      error={error}
      onRetry={() => {
        void refetch();
      }}
    />
  );
  if (run === undefined) {
    return <div className="run">{notice || <p role="status">Loading the bid run…</p>}</div>;
  }
  return (
    <article className="run" aria-labelledby="run-title">
      <RunHead run={run} />
      {notice}
      <StepStrip run={run} />
      <RunNotice run={run} />
      {run.money !== undefined && <MoneyFigures money={run.money} />}
      <RunBody run={run} />
    </article>
  );
}

function RunHead({ run }: { run: BidRun }) {
  const cancel = useCancelRun();
  const name = run.assetName;
  return (
    <>
      <header className="run-head">
        <h1 id="run-title" title={name}>
          {name}
        </h1>
        <span className="num-inline run-day">{run.deliveryDate}</span>
        <StateBadge state={run.state} />
        {run.simulated && <SimulatedBadge />}
        <DayLength run={run} />
        <span className="bar-space" />
        <Gate run={run} />
        {isActive(run.state) && (
          <Button
            size="compact-xs"
            variant="default"
            loading={cancel.isPending}
            onClick={() => {
              cancel.mutate(run.id);
            }}
          >
            Cancel run
          </Button>
        )}
      </header>
      <p className="run-facts dim">
        {run.productCode} · {run.zoneCode} · {run.timeZone}
        {' · '}
        {sentence(run.forecaster)} · {sentence(run.bidStyle)} · {chargeFacts(run)} · known as of{' '}
        {dateTime(Date.parse(run.asOf), run.timeZone)}
      </p>
      {cancel.error !== null && <ProblemNotice error={cancel.error} />}
    </>
  );
}

function chargeFacts(run: BidRun): string {
  const end = run.endFree || run.endMwh === undefined ? 'any' : `${decimal(run.endMwh, 1)} MWh`;
  return `stored ${decimal(run.startMwh, 1)} MWh at the start, ${end} at the end`;
}

function DayLength({ run }: { run: BidRun }) {
  const first = run.periods[0];
  const last = run.periods.at(-1);
  const length = first && last && unusualLength(Date.parse(first.start), Date.parse(last.end));
  return length === undefined ? null : <span className="tag tag-plain">{length} day</span>;
}

function Gate({ run }: { run: BidRun }) {
  const now = useNow();
  const gate = Date.parse(run.gateClosure);
  const left = countdown(gate, now);
  return (
    <span className={left === undefined ? 'gate dim' : 'gate gate-open'} title={dateTime(gate, run.timeZone)}>
      {left === undefined ? (
        `Gate closed ${dateTime(gate, run.timeZone)}`
      ) : (
        <>
          Gate closes in <b className="num-inline">{left}</b>
        </>
      )}
    </span>
  );
}

function RunNotice({ run }: { run: BidRun }) {
  switch (run.state) {
    case 'failed':
      return (
        <ProblemNotice
          error={
            run.problem === undefined
              ? new ApiError('The run failed.', 'The server gave no reason.', 'run-failed', 0)
              : ApiError.ofProblem(run.problem)
          }
        />
      );
    case 'awaiting-results':
      return (
        <Alert color="blue" role="status">
          The bids are in. The market has not published its results for {run.deliveryDate} yet; the run clears
          and settles by itself when it does.
        </Alert>
      );
    case 'cancelled':
      return (
        <Alert color="gray" role="status">
          This run was cancelled at the step “{run.step}”. What it had worked out by then is kept below.
        </Alert>
      );
    case 'queued':
    case 'running':
    case 'succeeded':
      return null;
  }
}

function RunBody({ run }: { run: BidRun }) {
  const { periods, bids } = run;
  if (periods.length === 0) {
    return isActive(run.state) ? <p className="dim">The chart appears as soon as there are prices.</p> : null;
  }
  const start = Date.parse(periods[0]?.start ?? run.createdAt);
  return (
    <>
      <RunChart run={run} periods={periods} />
      <Tabs defaultValue="bids" keepMounted={false} className="run-tables">
        <Tabs.List>
          <Tabs.Tab value="bids">Bids ({bids.length})</Tabs.Tab>
          <Tabs.Tab value="periods">Periods ({periods.length})</Tabs.Tab>
          <span className="tabs-note dim">
            Times: {run.timeZone} ({zoneName(start, run.timeZone)})
          </span>
        </Tabs.List>
        <Tabs.Panel value="bids">
          {bids.length > 0 ? (
            <BidsTable run={run} bids={bids} />
          ) : (
            <p className="empty-line dim">
              {isActive(run.state)
                ? 'The bids are not written yet.'
                : run.state === 'succeeded'
                  ? 'No bids: at the forecast prices the battery earns most by standing still.'
                  : 'The run ended before any bid was written.'}
            </p>
          )}
        </Tabs.Panel>
        <Tabs.Panel value="periods">
          <PeriodsTable run={run} periods={periods} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
