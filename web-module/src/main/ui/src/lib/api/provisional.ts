import type { paths } from './schema.gen';

/**
 * Operations that are agreed on and not in `openapi.json` yet. As soon as the document has a path, the document's
 * types take its place here, and a difference is an error of the compiler.
 */
export type Paths = paths & Omit<Agreed, keyof paths>;

interface Operation<Parameters, Body, Answer, Status extends number = 200> {
  parameters: Parameters;
  requestBody: { content: { 'application/json': Body } };
  responses: Record<Status, { headers: Record<string, unknown>; content: { 'application/json': Answer } }>;
}

interface Read<Parameters, Answer> {
  parameters: Parameters;
  responses: Record<200, { headers: Record<string, unknown>; content: { 'application/json': Answer } }>;
}

type None = Record<string, never>;
interface ById {
  path: { id: string };
}

interface AccessJson {
  accessToken: string;
  tokenType: string;
  expiresIn: number;
  user: {
    id: string;
    email: string;
    displayName: string;
    organisation: { id: string; name: string };
    roles: string[];
  };
}

interface SessionJson {
  id: string;
  current: boolean;
  method: string;
  address: string;
  userAgent: string;
  startedAt: string;
  lastUsedAt: string;
  expiresAt: string;
}

interface AnalyticsRange {
  productCode: string;
  firstDeliveryDate: string;
  lastDeliveryDate: string;
  timeZone: string;
  simulated: boolean;
}

interface Fresh {
  engine: 'postgresql' | 'clickhouse';
  asOf: string;
  knownUntil?: string;
}

interface AnalyticsAsked {
  product: string;
  zone: string[];
  firstDeliveryDate: string;
  lastDeliveryDate: string;
  format?: 'json' | 'csv' | 'xlsx';
}

interface MarketRowJson {
  zoneCode: string;
  start: string;
  end: string;
  periods: number;
  minutes: number;
  missingMinutes: number;
  meanPrice: number;
  minPrice: number;
  maxPrice: number;
  volatility: number;
  soldMwh: number;
  boughtMwh: number;
  simulated: boolean;
}

interface MarketFiguresJson extends AnalyticsRange, Fresh {
  bucket: 'hour' | 'day' | 'month';
  currency: string;
  unit: string;
  zones: MarketRowJson[];
  items: MarketRowJson[];
}

interface AnomalyReportJson extends AnalyticsRange, Fresh {
  weeks: number;
  threshold: number;
  currency: string;
  unit: string;
  judgedHours: number;
  unjudgedHours: number;
  items: {
    zoneCode: string;
    start: string;
    price: number;
    median: number;
    deviation: number;
    score: number;
    compared: number;
    reason: string;
  }[];
}

interface CorrelationReportJson extends AnalyticsRange, Fresh {
  zoneCodes: string[];
  items: { zoneCode: string; otherZoneCode: string; correlation?: number; hours: number }[];
}

interface DeskKpisJson extends Fresh {
  latestPrices: {
    productCode: string;
    zoneCode: string;
    start: string;
    end: string;
    price: number;
    currency: string;
    unit: string;
    knownAt: string;
    simulated: boolean;
  }[];
  runs: { state: string; runs: number }[];
  profits: {
    currency: string;
    settledRuns: number;
    profit: number;
    perfectForesightProfit: number;
    ratio?: number;
    simulated: boolean;
  }[];
  nextGates: { productCode: string; deliveryDate: string; gateClosure: string }[];
}

interface Agreed {
  '/api/v1/analytics/kpis': { get: Read<None, DeskKpisJson> };
  '/api/v1/analytics/market': {
    get: Read<{ query: AnalyticsAsked & { bucket?: 'hour' | 'day' | 'month' } }, MarketFiguresJson>;
  };
  '/api/v1/analytics/anomalies': {
    get: Read<{ query: AnalyticsAsked & { weeks?: number; threshold?: number } }, AnomalyReportJson>;
  };
  '/api/v1/analytics/correlation': { get: Read<{ query: AnalyticsAsked }, CorrelationReportJson> };
  '/api/v1/auth/refresh': { post: Read<None, AccessJson> };
  '/api/v1/auth/logout': { post: Operation<None, { everywhere?: boolean }, never, 204> };
  '/api/v1/sessions': { get: Read<None, { items: SessionJson[] }> };
  '/api/v1/sessions/{id}': { delete: Read<ById, never> };
  '/api/v1/users/{id}/sessions': { delete: Read<ById, never> };
}
