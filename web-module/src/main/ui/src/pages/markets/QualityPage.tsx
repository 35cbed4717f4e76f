import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { DataTable, type Column } from '../../components/DataTable';
import { Instant } from '../../components/Instant';
import { Loaded } from '../../components/Loaded';
import { PageHead } from '../../components/PageHead';
import { SimulatedBadge } from '../../components/StateBadge';
import { useApi } from '../../lib/api/context';
import { useProducts } from '../../lib/api/queries';
import type { DataQuality, Product, SeriesQuality } from '../../lib/api/types';
import { decimal } from '../../lib/format';
import { addressOf } from '../../lib/route';
import { QualityFindings } from './QualityFindings';
import { QualityForm } from './QualityForm';
import { firstQuestion, KINDS, periodsOf, queryOf, type Question } from './quality';

/** Whether the prices and fundamentals of a zone can be trusted before the gate. */
export function QualityPage() {
  const products = useProducts();
  return (
    <main id="content" tabIndex={-1} className="page">
      <nav className="crumbs" aria-label="Where you are">
        <a href={addressOf('markets')}>Markets</a>
      </nav>
      <PageHead title="Quality" note="of prices and fundamentals, by the market's rules of each day" />
      <Loaded query={products} what="the products">
        {([first, ...others]) =>
          first === undefined ? (
            <p className="dim empty-line">No product is traded yet.</p>
          ) : (
            <Quality products={[first, ...others]} first={first} />
          )
        }
      </Loaded>
    </main>
  );
}

function Quality({ products, first }: { products: readonly Product[]; first: Product }) {
  const [start] = useState(() => firstQuestion(first, Date.now()));
  const [question, setQuestion] = useState<Question>();
  return (
    <>
      <QualityForm first={start} products={products} onAsk={setQuestion} />
      {question === undefined ? (
        <p className="dim empty-line">Choose a product, a zone and days, and press Show.</p>
      ) : (
        <Report key={Object.values(question).join(' ')} question={question} />
      )}
    </>
  );
}

function Report({ question }: { question: Question }) {
  const api = useApi();
  const report = useQuery({ queryKey: ['quality', question], queryFn: () => api.quality(queryOf(question)) });
  return (
    <Loaded query={report} what="the series">
      {(data) =>
        data.items.length === 0 ? (
          <p className="dim empty-line">
            Nothing is stored of {data.zoneCode}. An operator imports prices and fundamentals.
          </p>
        ) : (
          <Series report={data} question={question} />
        )
      }
    </Loaded>
  );
}

function Series({ report, question }: { report: DataQuality; question: Question }) {
  const [pressed, setPressed] = useState<string>();
  const shown = report.items.find((each) =>
    pressed === undefined ? each.findings.length > 0 : each.series === pressed,
  );
  return (
    <>
      <DataTable
        label="Series"
        rows={report.items}
        columns={seriesColumns(setPressed)}
        rowKey={(row) => row.series}
        rowClass={(row) => (row === shown ? 'chosen' : undefined)}
      />
      {shown === undefined ? (
        <p className="dim empty-line">Nothing was found in {report.zoneCode}.</p>
      ) : (
        <QualityFindings series={shown} timeZone={report.timeZone} question={question} />
      )}
    </>
  );
}

function seriesColumns(onPress: (series: string) => void): Column<SeriesQuality>[] {
  return [
    {
      key: 'series',
      title: 'Series',
      text: true,
      value: (row) => row.series,
      show: (row) => (
        <>
          <button
            type="button"
            className="link cell"
            onClick={() => {
              onPress(row.series);
            }}
          >
            {row.series}
          </button>
          {row.simulated && <SimulatedBadge />}
        </>
      ),
    },
    {
      key: 'present',
      title: 'Present',
      unit: 'periods',
      value: (row) => (row.expectedPeriods === 0 ? undefined : row.presentPeriods / row.expectedPeriods),
      show: (row) => `${decimal(row.presentPeriods, 0)} of ${decimal(row.expectedPeriods, 0)}`,
    },
    {
      key: 'notYetDue',
      title: 'Not due yet',
      value: (row) => row.notYetDuePeriods,
      show: (row) => <Count periods={row.notYetDuePeriods} />,
    },
    ...KINDS.map(({ kind, title }): Column<SeriesQuality> => ({
      key: kind,
      title,
      value: (row) => periodsOf(row, kind),
      show: (row) => <Count periods={periodsOf(row, kind)} wrong />,
    })),
    {
      key: 'knownUntil',
      title: 'Newest known from',
      text: true,
      value: (row) => row.knownUntil,
      show: (row) => <Instant at={row.knownUntil} />,
    },
  ];
}

function Count({ periods, wrong = false }: { periods: number; wrong?: boolean }) {
  return <span className={periods === 0 ? 'dim' : wrong ? 'warn' : undefined}>{decimal(periods, 0)}</span>;
}
