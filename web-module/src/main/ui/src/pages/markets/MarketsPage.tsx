import { useEffect } from 'react';
import { DataTable, type Column } from '../../components/DataTable';
import { Loaded } from '../../components/Loaded';
import { PageHead } from '../../components/PageHead';
import { useGates, useProducts } from '../../lib/api/queries';
import type { Gate, Product } from '../../lib/api/types';
import { ABSENT, words } from '../../lib/format';
import { useNow } from '../../lib/now';
import { addressOf } from '../../lib/route';
import { countdown, dateTime, periodLabel } from '../../lib/time';

const DAY_MS = 22 * 3_600_000;

/** What is traded, and how long its next gate is still open. */
export function MarketsPage() {
  const gates = useGates();
  const products = useProducts();
  const now = useNow();
  const { refetch, data } = gates;
  const passed = data?.some((gate) => Date.parse(gate.closes) <= now) ?? false;
  useEffect(() => {
    if (passed) {
      void refetch();
    }
  }, [passed, refetch]);
  return (
    <main id="content" tabIndex={-1} className="page">
      <PageHead title="Markets" note="times of each market's own clock">
        <a href={addressOf('markets', 'sources')}>Sources</a>
        <a href={addressOf('markets', 'statistics')}>Statistics</a>
        <a href={addressOf('markets', 'quality')}>Quality</a>
        <a href={addressOf('markets', 'files')}>Files</a>
      </PageHead>
      <Loaded query={products} what="the products">
        {(all) => (
          <Loaded query={gates} what="the gates">
            {(rows) => (
              <DataTable
                label="Coming gates"
                rows={rowsOf(all, rows)}
                columns={columnsAt(now)}
                rowKey={({ product }) => product.code}
              />
            )}
          </Loaded>
        )}
      </Loaded>
    </main>
  );
}

interface Row {
  readonly product: Product;
  /** Absent where the product has no rules for the coming days. */
  readonly gate: Gate | undefined;
}

function rowsOf(products: readonly Product[], gates: readonly Gate[]): Row[] {
  return products
    .map((product) => ({ product, gate: gates.find(({ productCode }) => productCode === product.code) }))
    .toSorted((left, right) => closure(left) - closure(right));
}

function closure({ gate }: Row): number {
  return gate === undefined ? Number.MAX_SAFE_INTEGER : Date.parse(gate.closes);
}

function columnsAt(now: number): Column<Row>[] {
  return [
    {
      key: 'product',
      title: 'Product',
      text: true,
      value: ({ product }) => product.code,
      show: ({ product }) => (
        <a className="cell" href={addressOf('markets', product.code)} title={product.name}>
          {product.code}
        </a>
      ),
    },
    {
      key: 'left',
      title: 'Left',
      value: (row) => closure(row),
      show: ({ gate }) =>
        gate === undefined ? 'no rules' : (countdown(Date.parse(gate.closes), now) ?? 'closed'),
    },
    {
      key: 'state',
      title: 'Gate',
      text: true,
      value: ({ gate }) => stateOf(gate, now),
      show: ({ gate }) => (
        <span className={`tag tag-${stateOf(gate, now) === 'open' ? 'good' : 'neutral'}`}>
          {words(stateOf(gate, now))}
        </span>
      ),
    },
    {
      key: 'delivery',
      title: 'Delivery',
      text: true,
      value: ({ gate }) => gate?.deliveryStart,
      show: ({ gate }) => (gate === undefined ? ABSENT : deliveryOf(gate)),
    },
    instant('closes', 'Closes', ({ gate }) => gate?.closes),
    instant('opens', 'Opens', ({ gate }) => gate?.opens),
    instant('results', 'Results', ({ gate }) => gate?.results),
    {
      key: 'name',
      title: 'Name',
      text: true,
      value: ({ product }) => product.name,
      show: ({ product }) => <bdi className="cell">{product.name}</bdi>,
    },
  ];
}

function instant(key: string, title: string, at: (row: Row) => string | undefined): Column<Row> {
  return {
    key,
    title,
    text: true,
    value: at,
    show: (row) => {
      const text = at(row);
      return text === undefined || row.gate === undefined ? (
        <span className="dim">{ABSENT}</span>
      ) : (
        <time dateTime={text} title={text} className="num-inline">
          {dateTime(Date.parse(text), row.gate.timeZone)}
        </time>
      );
    },
  };
}

/** The day, and of a session its part of the day. */
function deliveryOf(gate: Gate): string {
  const start = Date.parse(gate.deliveryStart);
  const end = Date.parse(gate.deliveryEnd);
  return end - start < DAY_MS
    ? `${gate.deliveryDate} ${periodLabel(start, end, gate.timeZone)}`
    : gate.deliveryDate;
}

function stateOf(gate: Gate | undefined, now: number): Gate['state'] | 'none' {
  if (gate === undefined) {
    return 'none';
  }
  if (Date.parse(gate.closes) <= now) {
    return 'closed';
  }
  return gate.opens !== undefined && Date.parse(gate.opens) > now ? 'not-yet-open' : 'open';
}
