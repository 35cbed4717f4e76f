import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { Loaded } from '../../components/Loaded';
import { PageHead } from '../../components/PageHead';
import { useApi } from '../../lib/api/context';
import { useCoverage, useProducts } from '../../lib/api/queries';
import type { Product } from '../../lib/api/types';
import { addressOf, go, goOn, useRoute } from '../../lib/route';
import { firstQuestion } from '../analytics/question';
import { CurveSection } from './CurveSection';
import { SpreadSection } from './SpreadSection';
import { addressFor, CURVE_POINTS, lastDays, objection, questionOf, type Question } from './statistics';
import { StatisticsForm } from './StatisticsForm';
import { StatisticsTable } from './StatisticsTable';

const FRESH_MS = 30_000;

/** So many columns have room beside the chart. */
const ZONES_BESIDE = 3;

/** What the prices of zones were like. The question stands in the address, so that it can be kept and passed on. */
export function StatisticsPage() {
  const products = useProducts();
  const { query } = useRoute();
  const asked = useMemo(() => questionOf(query), [query]);
  return (
    <main id="content" tabIndex={-1} className="page">
      <nav className="crumbs" aria-label="Where you are">
        <a href={addressOf('markets')}>Markets</a>
      </nav>
      <PageHead title="Statistics" note="of prices, by delivery days of the market's own clock" />
      <Loaded query={products} what="the products">
        {(all) => (query.has('product') ? <Statistics asked={asked} products={all} /> : <FirstVisit />)}
      </Loaded>
    </main>
  );
}

/** Goes on to the last days of the freshest zones. */
function FirstVisit() {
  const api = useApi();
  const kpis = useQuery({ queryKey: ['kpis'], queryFn: () => api.kpis() });
  const freshest = kpis.data && firstQuestion(kpis.data);
  const coverage = useCoverage(freshest?.product, freshest?.zone[0]);
  const first = freshest && coverage.data && lastDays(freshest.product, freshest.zone, coverage.data);
  const address = first && addressFor(first);
  useEffect(() => {
    if (address !== undefined) {
      goOn(address);
    }
  }, [address]);
  const nothing = (
    <p className="dim empty-line">No price is stored yet. Import prices, and they show up here.</p>
  );
  return (
    <Loaded query={kpis} what="the zones with prices">
      {() =>
        freshest === undefined ? (
          nothing
        ) : (
          <Loaded query={coverage} what="the days with prices">
            {() => first === undefined && nothing}
          </Loaded>
        )
      }
    </Loaded>
  );
}

function Statistics({ asked, products }: { asked: Question; products: readonly Product[] }) {
  return (
    <>
      <StatisticsForm
        asked={asked}
        products={products}
        onAsk={(question) => {
          go(addressFor(question));
        }}
      />
      {objection(asked) === undefined && <Answers question={asked} />}
    </>
  );
}

function Answers({ question }: { question: Question }) {
  const api = useApi();
  const { zone, ...days } = question;
  const statistics = useQuery({
    queryKey: ['price-statistics', question],
    queryFn: () => Promise.all(zone.map((each) => api.priceStatistics({ ...days, zone: each }))),
    staleTime: FRESH_MS,
  });
  return (
    <Loaded query={statistics} what="the statistics">
      {(zones) =>
        zones.every(({ periods }) => periods === 0) ? (
          <NoPrices question={question} />
        ) : (
          <>
            <div className={zones.length > ZONES_BESIDE ? 'stack' : 'beside'}>
              <StatisticsTable zones={zones} />
              <Curves question={question} />
            </div>
            <Spreads question={question} />
          </>
        )
      }
    </Loaded>
  );
}

function Curves({ question }: { question: Question }) {
  const api = useApi();
  const { zone, ...days } = question;
  const curves = useQuery({
    queryKey: ['duration-curves', question],
    queryFn: () =>
      Promise.all(zone.map((each) => api.durationCurve({ ...days, zone: each, points: CURVE_POINTS }))),
    staleTime: FRESH_MS,
  });
  return (
    <div className="stack">
      <Loaded query={curves} what="the duration curves">
        {(data) => <CurveSection curves={data} />}
      </Loaded>
    </div>
  );
}

function Spreads({ question }: { question: Question }) {
  const api = useApi();
  const several = question.zone.length > 1;
  const spreads = useQuery({
    queryKey: ['spreads', question],
    queryFn: () => api.spreads(question),
    enabled: several,
    staleTime: FRESH_MS,
  });
  return several ? (
    <Loaded query={spreads} what="the spreads">
      {(report) => <SpreadSection report={report} question={question} />}
    </Loaded>
  ) : (
    <p className="dim empty-line">Choose a second zone to see the spreads between them.</p>
  );
}

/** What to look at instead. */
function NoPrices({ question: { product, zone } }: { question: Question }) {
  const coverage = useCoverage(product, zone[0]);
  const there = coverage.data && lastDays(product, zone, coverage.data);
  return (
    <p className="dim empty-line">
      There is no price of {zone.join(', ')} in these days.{' '}
      {coverage.data !== undefined && there === undefined && (
        <>{zone[0]} has none at all: an operator imports prices.</>
      )}
      {there !== undefined && (
        <>
          {zone[0]} has prices from {coverage.data?.firstDeliveryDate} to {there.lastDeliveryDate}:{' '}
          <a href={addressFor(there)}>look at the last of them</a>.
        </>
      )}
    </p>
  );
}
