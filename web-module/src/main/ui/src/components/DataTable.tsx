import { useMemo, useState, type ReactNode } from 'react';

export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  readonly unit?: string;
  readonly text?: boolean;
  /** What the rows are sorted by; absent values come last either way. */
  readonly value: (row: Row) => number | string | undefined;
  readonly show: (row: Row) => ReactNode;
}

interface Props<Row> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string | number;
  readonly rowClass?: (row: Row) => string | undefined;
}

interface Order {
  readonly key: string;
  readonly descending: boolean;
}

/** A dense table whose header stays in sight and whose columns sort by a press of their title. */
export function DataTable<Row>({ label, rows, columns, rowKey, rowClass }: Props<Row>) {
  const [order, setOrder] = useState<Order>();
  const sorted = useMemo(() => inOrder(rows, columns, order), [rows, columns, order]);
  return (
    <div className="table-scroll" role="region" aria-label={label} tabIndex={0}>
      <table className="data">
        <thead>
          <tr>
            {columns.map((column) => (
              <HeaderCell
                key={column.key}
                column={column}
                order={order?.key === column.key ? order : undefined}
                onSort={() => {
                  setOrder(after(order, column.key));
                }}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => (
            <tr key={rowKey(row)} className={rowClass?.(row)}>
              {columns.map((column) => (
                <td key={column.key} className={column.text ? undefined : 'num'}>
                  {column.show(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface HeaderProps<Row> {
  readonly column: Column<Row>;
  readonly order: Order | undefined;
  readonly onSort: () => void;
}

function HeaderCell<Row>({ column, order, onSort }: HeaderProps<Row>) {
  const direction = order === undefined ? 'none' : order.descending ? 'descending' : 'ascending';
  return (
    <th scope="col" aria-sort={direction} className={column.text ? undefined : 'num'}>
      <button type="button" onClick={onSort}>
        {column.title}
        {column.unit !== undefined && <span className="unit"> {column.unit}</span>}
        <span aria-hidden="true" className="arrow">
          {order === undefined ? '' : order.descending ? '▾' : '▴'}
        </span>
      </button>
    </th>
  );
}

/** Ascending, then descending, then as it came. */
function after(order: Order | undefined, key: string): Order | undefined {
  if (order?.key !== key) {
    return { key, descending: false };
  }
  return order.descending ? undefined : { key, descending: true };
}

function inOrder<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  order: Order | undefined,
): readonly Row[] {
  const column = columns.find((candidate) => candidate.key === order?.key);
  if (column === undefined || order === undefined) {
    return rows;
  }
  return rows.toSorted((left, right) => compare(column.value(left), column.value(right), order.descending));
}

type Sortable = number | string | undefined;

function compare(left: Sortable, right: Sortable, descending: boolean): number {
  if (left === undefined || right === undefined) {
    return Number(left === undefined) - Number(right === undefined);
  }
  const rising =
    typeof left === 'number' && typeof right === 'number'
      ? left - right
      : String(left).localeCompare(String(right), 'en');
  return descending ? -rising : rising;
}
