import type {
  AnomalyReport,
  CorrelationReport,
  DeskKpis,
  DurationCurve,
  MarketFigures,
  MarketRow,
  PriceStatistics,
  SpreadReport,
} from '../lib/api/types';

const FRESH = {
  engine: 'postgresql',
  asOf: '2026-11-22T11:02:07Z',
  knownUntil: '2026-11-22T10:57:00Z',
} as const;
const RANGE = {
  productCode: 'SDAC',
  firstDeliveryDate: '2026-11-21',
  lastDeliveryDate: '2026-11-22',
  timeZone: 'Europe/Brussels',
};

export function kpisOf(): DeskKpis {
  const price = (productCode: string, zoneCode: string, start: string) => ({
    productCode,
    zoneCode,
    start,
    end: start,
    price: 50,
    currency: 'EUR',
    unit: 'EUR/MWh',
    knownAt: FRESH.knownUntil,
    simulated: true,
  });
  return {
    ...FRESH,
    latestPrices: [
      price('N2EX', 'GB', '2026-11-22T22:00:00Z'),
      price('SDAC', 'DE_LU', '2026-11-22T22:45:00Z'),
      price('SDAC', 'FR', '2026-11-22T22:45:00Z'),
      price('SDAC', 'NP', '2018-12-24T22:00:00Z'),
    ],
    runs: [
      { state: 'awaiting-results', runs: 1 },
      { state: 'succeeded', runs: 42 },
    ],
    profits: [
      {
        currency: 'EUR',
        settledRuns: 42,
        profit: 31870.42,
        perfectForesightProfit: 41208.1,
        ratio: 0.7734,
        simulated: true,
      },
    ],
    nextGates: [{ productCode: 'SDAC', deliveryDate: '2026-11-24', gateClosure: '2026-11-23T11:00:00Z' }],
  };
}

function row(zoneCode: string, start: string, meanPrice: number): MarketRow {
  return {
    zoneCode,
    start,
    end: start,
    periods: 96,
    minutes: 1380,
    missingMinutes: 60,
    meanPrice,
    minPrice: -4.5,
    maxPrice: 142.1,
    volatility: 28.11,
    soldMwh: 18.6,
    boughtMwh: 21.4,
    simulated: true,
  };
}

export function figuresOf(): MarketFigures {
  return {
    ...RANGE,
    ...FRESH,
    bucket: 'day',
    currency: 'EUR',
    unit: 'EUR/MWh',
    simulated: true,
    zones: [row('DE_LU', '2026-11-20T23:00:00Z', 71.48), row('FR', '2026-11-20T23:00:00Z', 65.2)],
    items: [
      row('DE_LU', '2026-11-20T23:00:00Z', 70),
      row('DE_LU', '2026-11-21T23:00:00Z', 72.96),
      row('FR', '2026-11-21T23:00:00Z', 65.2),
    ],
  };
}

export function correlationOf(): CorrelationReport {
  return {
    ...RANGE,
    ...FRESH,
    simulated: false,
    zoneCodes: ['DE_LU', 'FR'],
    items: [
      { zoneCode: 'DE_LU', otherZoneCode: 'DE_LU', correlation: 1, hours: 48 },
      { zoneCode: 'DE_LU', otherZoneCode: 'FR', correlation: -0.8712, hours: 47 },
      { zoneCode: 'FR', otherZoneCode: 'FR', hours: 47 },
    ],
  };
}

export function anomaliesOf(): AnomalyReport {
  return {
    ...RANGE,
    ...FRESH,
    weeks: 8,
    threshold: 3.5,
    currency: 'EUR',
    unit: 'EUR/MWh',
    simulated: false,
    judgedHours: 90,
    unjudgedHours: 6,
    items: [
      {
        zoneCode: 'DE_LU',
        start: '2026-11-22T17:00:00Z',
        price: 142.1,
        median: 70,
        deviation: 10.01,
        score: 4.86,
        compared: 8,
        reason: '142.10 EUR/MWh is above 70.00, the median of the same hour',
      },
    ],
  };
}

/** A short day of hours, of which two are negative. */
export function statisticsOf(zoneCode: string): PriceStatistics {
  return {
    ...RANGE,
    zoneCode,
    knownUntil: FRESH.knownUntil,
    simulated: false,
    currency: 'EUR',
    unit: 'EUR/MWh',
    periods: 23,
    missingPeriods: 1,
    hours: 23,
    meanPrice: 27.083478,
    standardDeviation: 31.402161,
    minPrice: -45.2,
    minPriceStart: '2026-03-29T11:00:00Z',
    maxPrice: 1099.99,
    maxPriceStart: '2026-03-29T17:00:00Z',
    quantiles: [
      { share: 0.05, price: -12.5 },
      { share: 0.5, price: 28.11 },
    ],
    negativeHours: 2.25,
    negativeShare: 0.097826,
    zeroHours: 0,
    zeroShare: 0,
    base: { hours: 23, meanPrice: 27.083478 },
    peak: { hours: 12, meanPrice: 20.75 },
    offPeak: { hours: 11, meanPrice: 33.9925 },
  };
}

/** What is answered of a zone without prices. */
export function noStatisticsOf(zoneCode: string): PriceStatistics {
  return {
    ...RANGE,
    zoneCode,
    simulated: false,
    currency: 'EUR',
    unit: 'EUR/MWh',
    periods: 0,
    missingPeriods: 48,
    hours: 0,
    quantiles: [],
    negativeHours: 0,
    zeroHours: 0,
    base: { hours: 0 },
    peak: { hours: 0 },
    offPeak: { hours: 0 },
  };
}

export function curveOf(zoneCode: string): DurationCurve {
  return {
    ...RANGE,
    zoneCode,
    knownUntil: FRESH.knownUntil,
    simulated: false,
    currency: 'EUR',
    unit: 'EUR/MWh',
    periods: 4,
    hours: 4,
    exact: true,
    share: [0.25, 0.75, 1],
    price: [1099.99, 28.11, -45.2],
  };
}

export function spreadsOf(): SpreadReport {
  return {
    ...RANGE,
    knownUntil: FRESH.knownUntil,
    simulated: true,
    currency: 'EUR',
    unit: 'EUR/MWh',
    items: [
      {
        zoneCode: 'DE_LU',
        otherZoneCode: 'FR',
        hours: 47.25,
        missingHours: 0.75,
        meanSpread: -3.124167,
        meanAbsoluteSpread: 9.5,
        minSpread: -60.12,
        minSpreadStart: '2026-11-21T17:00:00Z',
        maxSpread: 12.4,
        maxSpreadStart: '2026-11-22T03:00:00Z',
        hoursAbove: 12.25,
        hoursBelow: 30,
        hoursEqual: 5,
      },
    ],
  };
}
