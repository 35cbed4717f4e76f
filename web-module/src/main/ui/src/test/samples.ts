import type { Asset, BidRun, BidRunPeriod, BidRunSummary, Access } from '../lib/api/types';

const QUARTER = 900_000;

export const login: Access = {
  accessToken: 'secret-token',
  tokenType: 'Bearer',
  expiresIn: 900,
  user: {
    id: 'u1',
    email: 'trader@demo.optibid',
    displayName: 'Tessa Trader',
    organisation: { id: 'o1', name: 'Demo Energy' },
    roles: ['trader'],
  },
};

export const battery: Asset = {
  id: 'a1',
  name: 'Demo battery',
  kind: 'battery',
  zoneCode: 'DE_LU',
  battery: {
    chargePowerMw: 10,
    dischargePowerMw: 10,
    usableCapacityMwh: 20,
    chargeEfficiency: 0.95,
    dischargeEfficiency: 0.95,
    cyclesPerDay: 1,
  },
  version: 0,
  createdAt: '2026-11-20T08:00:00Z',
};

/** Quarter-hours of `[start, end)`: buys in the first, sells in the second, stands still from then on. */
export function periodsOf(start: string, end: string): BidRunPeriod[] {
  const first = Date.parse(start);
  return Array.from({ length: (Date.parse(end) - first) / QUARTER }, (_, index) => ({
    period: index + 1,
    start: new Date(first + index * QUARTER).toISOString(),
    end: new Date(first + (index + 1) * QUARTER).toISOString(),
    forecastPrice: 50 + index,
    forecastBasis: [new Date(first + index * QUARTER - 7 * 86_400_000).toISOString()],
    publishedPrice: index - 40,
    planMw: index === 0 ? -10 : index === 1 ? 9 : 0,
    planStateOfChargeMwh: index === 0 ? 2.375 : 0,
    deliveredMw: index === 0 ? -10 : index === 1 ? 9 : 0,
    stateOfChargeMwh: index === 0 ? 2.375 : 0,
  }));
}

export function runOf(change: Partial<BidRun> = {}): BidRun {
  const periods = periodsOf('2026-11-22T23:00:00Z', '2026-11-23T23:00:00Z');
  return {
    id: 'r1',
    assetId: 'a1',
    assetName: 'Demo battery',
    productCode: 'SDAC',
    zoneCode: 'DE_LU',
    deliveryDate: '2026-11-23',
    timeZone: 'Europe/Berlin',
    asOf: '2026-11-22T10:30:00Z',
    gateClosure: '2026-11-22T11:00:00Z',
    currency: 'EUR',
    priceUnit: 'EUR/MWh',
    forecaster: 'same-hour-last-week',
    bidStyle: 'price-taking',
    startMwh: 0,
    endMwh: 0,
    endFree: false,
    simulated: true,
    state: 'succeeded',
    progress: 1,
    step: 'settle',
    steps: [
      {
        name: 'inputs',
        state: 'done',
        startedAt: '2026-11-22T10:30:00Z',
        finishedAt: '2026-11-22T10:30:00.120Z',
        inputs: [{ name: 'prices', value: '672' }],
      },
    ],
    createdAt: '2026-11-22T10:30:00Z',
    periods,
    bids: [
      {
        id: 'b1',
        period: 1,
        start: '2026-11-22T23:00:00Z',
        end: '2026-11-22T23:15:00Z',
        side: 'buy',
        state: 'accepted',
        steps: [{ price: 4000, quantityMw: 10 }],
        acceptedMw: 10,
        clearingPrice: -40,
      },
      {
        id: 'b2',
        period: 2,
        start: '2026-11-22T23:15:00Z',
        end: '2026-11-22T23:30:00Z',
        side: 'sell',
        state: 'accepted',
        steps: [{ price: -500, quantityMw: 9 }],
        acceptedMw: 9,
        clearingPrice: -39,
      },
    ],
    money: {
      currency: 'EUR',
      profit: 11533,
      perfectForesightProfit: 13604,
      ratio: 0.848,
      expectedProfit: 12000.5,
      marketRevenue: 11600,
      undeliverableMwh: 0.25,
      undeliverableRevenue: -12.5,
      residualRevenue: 0,
      degradationCost: 0,
    },
    ...change,
  };
}

export function summaryOf(run: BidRun): BidRunSummary {
  const { id, assetId, productCode, zoneCode, deliveryDate, asOf, forecaster, bidStyle } = run;
  const { simulated, state, progress, step, createdAt } = run;
  return {
    id,
    assetId,
    productCode,
    zoneCode,
    deliveryDate,
    asOf,
    forecaster,
    bidStyle,
    simulated,
    state,
    progress,
    step,
    createdAt,
    profit: 11533,
    perfectForesightProfit: 13604,
  };
}
