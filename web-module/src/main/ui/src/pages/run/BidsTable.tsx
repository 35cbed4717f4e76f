import { useMemo } from 'react';
import { DataTable, type Column } from '../../components/DataTable';
import type { Bid, BidRun } from '../../lib/api/types';
import { decimal, digitsFor, words } from '../../lib/format';
import { periodLabel } from '../../lib/time';

export function BidsTable({ run, bids }: { run: BidRun; bids: readonly Bid[] }) {
  const columns = useMemo(() => columnsFor(run, bids), [run, bids]);
  return <DataTable label="Bids" rows={bids} columns={columns} rowKey={(bid) => bid.id} />;
}

function columnsFor(run: BidRun, bids: readonly Bid[]): Column<Bid>[] {
  const mwDigits = digitsFor(
    bids.flatMap((bid) => [...bid.steps.map((step) => step.quantityMw), bid.acceptedMw]),
    1,
    3,
  );
  const zone = run.timeZone;
  return [
    { key: 'period', title: 'Period', value: (bid) => bid.period, show: (bid) => bid.period },
    {
      key: 'time',
      title: 'Time',
      text: true,
      value: (bid) => Date.parse(bid.start),
      show: (bid) => periodLabel(Date.parse(bid.start), Date.parse(bid.end), zone),
    },
    {
      key: 'side',
      title: 'Side',
      text: true,
      value: (bid) => bid.side,
      show: (bid) => <span className={`side side-${bid.side}`}>{bid.side}</span>,
    },
    {
      key: 'steps',
      title: 'Limit × quantity',
      unit: `${run.priceUnit} × MW`,
      value: (bid) => bid.steps[0]?.price,
      show: (bid) => <Steps bid={bid} mwDigits={mwDigits} />,
    },
    {
      key: 'quantity',
      title: 'Offered',
      unit: 'MW',
      value: offered,
      show: (bid) => decimal(offered(bid), mwDigits),
    },
    {
      key: 'accepted',
      title: 'Accepted',
      unit: 'MW',
      value: (bid) => bid.acceptedMw,
      show: (bid) => decimal(bid.acceptedMw, mwDigits),
    },
    {
      key: 'price',
      title: 'Clearing price',
      unit: run.priceUnit,
      value: (bid) => bid.clearingPrice,
      show: (bid) => decimal(bid.clearingPrice, 2),
    },
    { key: 'state', title: 'State', text: true, value: (bid) => bid.state, show: (bid) => words(bid.state) },
  ];
}

function offered(bid: Bid): number {
  return bid.steps.reduce((sum, step) => sum + step.quantityMw, 0);
}

function Steps({ bid, mwDigits }: { bid: Bid; mwDigits: number }) {
  return bid.steps.map((step, index) => (
    <span key={index} className="curve-step">
      {decimal(step.price, 2)} × {decimal(step.quantityMw, mwDigits)}
    </span>
  ));
}
