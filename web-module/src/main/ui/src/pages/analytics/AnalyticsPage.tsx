import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Loaded } from '../../components/Loaded';
import { PageHead } from '../../components/PageHead';
import { useApi } from '../../lib/api/context';
import { useProducts } from '../../lib/api/queries';
import type { Product } from '../../lib/api/types';
import { AnomalySection } from './AnomalySection';
import { CorrelationMatrix } from './CorrelationMatrix';
import { Freshness } from './Freshness';
import { KpiStrip } from './KpiStrip';
import { MarketSection } from './MarketSection';
import { firstQuestion, type Question } from './question';
import { QuestionForm } from './QuestionForm';

const KPIS_EVERY = 10_000;

/** The desk at a glance, and what the market looked like. */
export function AnalyticsPage() {
  const api = useApi();
  const products = useProducts();
  const kpis = useQuery({ queryKey: ['kpis'], queryFn: () => api.kpis(), refetchInterval: KPIS_EVERY });
  const first = kpis.data && firstQuestion(kpis.data);
  return (
    <main id="content" tabIndex={-1} className="page">
      <PageHead title="Analytics" />
      <Loaded query={kpis} what="the key figures">
        {(figures) => (
          <>
            <KpiStrip kpis={figures} />
            <Freshness answer={figures} />
          </>
        )}
      </Loaded>
      {kpis.data !== undefined && first === undefined && (
        <p className="dim empty-line">No price is stored yet. Import prices, and they show up here.</p>
      )}
      {first !== undefined && (
        <Loaded query={products} what="the products">
          {(all) => <Market first={first} products={all} />}
        </Loaded>
      )}
    </main>
  );
}

function Market({ first, products }: { first: Question; products: readonly Product[] }) {
  const api = useApi();
  // What was asked first stays, whatever newer prices come in.
  const [question, setQuestion] = useState(first);
  const { product, zone, firstDeliveryDate, lastDeliveryDate } = question;
  const range = { product, zone, firstDeliveryDate, lastDeliveryDate };
  const figures = useQuery({
    queryKey: ['analytics', 'market', question],
    queryFn: () => api.marketFigures(question),
  });
  const correlation = useQuery({
    queryKey: ['analytics', 'correlation', range],
    queryFn: () => api.correlation(range),
    enabled: range.zone.length > 1,
  });
  const anomalies = useQuery({
    queryKey: ['analytics', 'anomalies', range],
    queryFn: () => api.anomalies(range),
  });
  return (
    <>
      <QuestionForm first={first} products={products} onAsk={setQuestion} />
      <Loaded query={figures} what="the prices">
        {(data) => <MarketSection figures={data} question={question} />}
      </Loaded>
      {range.zone.length > 1 && (
        <Loaded query={correlation} what="the correlations">
          {(data) => <CorrelationMatrix report={data} />}
        </Loaded>
      )}
      <Loaded query={anomalies} what="the unusual hours">
        {(data) => <AnomalySection report={data} />}
      </Loaded>
    </>
  );
}
