import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { anomaliesOf, correlationOf, figuresOf, kpisOf } from '../../test/analytics';
import { openConsole } from '../../test/console';
import { fakeServer, json, problem, type Answer } from '../../test/fakeServer';

// jsdom has no canvas.
vi.mock('uplot', () => ({
  default: class {
    setSize = vi.fn();
    destroy = vi.fn();
  },
}));

const ANSWERS: Record<string, Answer> = {
  'GET /api/v1/products': () =>
    json({
      items: [
        {
          code: 'SDAC',
          name: 'Day-ahead',
          operatorCode: 'SDAC',
          operatorName: 'SDAC',
          zoneCodes: ['AT', 'DE_LU', 'FR'],
        },
      ],
    }),
  'GET /api/v1/analytics/kpis': () => json(kpisOf()),
  'GET /api/v1/analytics/market': () => json(figuresOf()),
  'GET /api/v1/analytics/correlation': () => json(correlationOf()),
  'GET /api/v1/analytics/anomalies': () => json(anomaliesOf()),
};

describe('the analytics page', () => {
  beforeEach(() => {
    window.location.hash = '#/analytics';
  });

  it('should show figures, matrix and unusual hours with engine and freshness', async () => {
    const asked = fakeServer(ANSWERS);
    openConsole();

    expect(await screen.findByText('31,870.42 EUR')).toBeDefined();
    expect(screen.getByText(/77\.3 % of perfect foresight, 42 settled/)).toBeDefined();
    const zones = await screen.findByRole('region', { name: 'Zones over the whole range' });
    expect(within(zones).getByText('71.48')).toBeDefined();
    const matrix = await screen.findByRole('region', { name: 'Correlation' });
    expect(within(matrix).getAllByText('−0.87')).toHaveLength(2);
    expect(within(matrix).getByText('–')).toBeDefined();
    expect(await screen.findByText(/the median of the same hour$/)).toBeDefined();
    expect(screen.getByText(/1 of 90 hours are 3.5 or more/).textContent).toContain('6 more had too little');
    expect(screen.getAllByText(/From PostgreSQL as of/)).toHaveLength(4);
    const market = asked.find((request) => request.url.includes('/analytics/market'));
    expect(new URL(market?.url ?? '').searchParams.getAll('zone')).toEqual(['DE_LU', 'FR']);
  });

  it('should say what is missing where there is no price, and ask nothing', async () => {
    const asked = fakeServer({
      ...ANSWERS,
      'GET /api/v1/analytics/kpis': () => json({ ...kpisOf(), latestPrices: [] }),
    });
    openConsole();

    expect(await screen.findByText(/No price is stored yet/)).toBeDefined();
    expect(asked.some((request) => request.url.includes('/analytics/market'))).toBe(false);
  });

  it('should show a refusal of one part and the other parts all the same', async () => {
    fakeServer({
      ...ANSWERS,
      'GET /api/v1/analytics/market': () => problem(422, 'too-many-points', 'The range is too long'),
      'GET /api/v1/analytics/correlation': () => json({ ...correlationOf(), engine: 'clickhouse' }),
    });
    openConsole();

    expect(await screen.findByText('The range is too long')).toBeDefined();
    expect(await screen.findByText(/From ClickHouse as of/)).toBeDefined();
    expect(await screen.findByRole('region', { name: 'Every unusual hour' })).toBeDefined();
  });

  it('should tell that the range has no price', async () => {
    fakeServer({
      ...ANSWERS,
      'GET /api/v1/analytics/market': () => json({ ...figuresOf(), items: [], zones: [] }),
    });
    openConsole();

    expect(await screen.findByText(/There is no price of these zones/)).toBeDefined();
  });

  it('should ask anew by hour when that is chosen', async () => {
    const asked = fakeServer(ANSWERS);
    const { user } = openConsole();

    await user.selectOptions(await screen.findByLabelText('Sum up by'), 'hour');
    await user.click(screen.getByRole('button', { name: 'Show' }));

    await vi.waitFor(() => {
      expect(asked.some((request) => request.url.includes('bucket=hour'))).toBe(true);
    });
  });
});
