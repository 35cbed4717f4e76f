import { fireEvent, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { curveOf, kpisOf, noStatisticsOf, spreadsOf, statisticsOf } from '../../test/analytics';
import { openConsole } from '../../test/console';
import { fakeServer, json, problem, QUIET, type Answer } from '../../test/fakeServer';
import { addressFor, CURVE_POINTS, lastDays, objection, PERCENTS, pricesOf, questionOf } from './statistics';

// jsdom has no canvas.
const setCursor = vi.fn();
vi.mock('uplot', () => ({
  default: class {
    setSize = vi.fn();
    destroy = vi.fn();
    setCursor = setCursor;
    valToPos = (value: number) => value;
  },
}));

const zoneOf = (request: Request) => new URL(request.url).searchParams.get('zone') ?? '';

const COVERAGE = {
  productCode: 'SDAC',
  zoneCode: 'DE_LU',
  firstDeliveryDate: '2026-11-20',
  lastDeliveryDate: '2026-11-23',
  simulated: true,
};

const ANSWERS: Record<string, Answer> = {
  ...QUIET,
  'GET /api/v1/products': () =>
    json({
      items: ['N2EX', 'SDAC'].map((code) => ({
        code,
        name: code,
        operator: { code: 'X', name: 'X' },
        wholeDay: true,
        zoneCodes: code === 'N2EX' ? ['GB'] : ['AT', 'DE_LU', 'FR'],
      })),
    }),
  'GET /api/v1/analytics/kpis': () => json(kpisOf()),
  'GET /api/v1/market-data/coverage': () => json(COVERAGE),
  'GET /api/v1/market-data/statistics': (request) =>
    json({ ...statisticsOf(zoneOf(request)), simulated: zoneOf(request) === 'FR' }),
  'GET /api/v1/market-data/duration-curve': (request) =>
    json({ ...curveOf(zoneOf(request)), simulated: zoneOf(request) === 'FR' }),
  'GET /api/v1/market-data/spreads': () => json(spreadsOf()),
};

const QUESTION = {
  product: 'SDAC',
  zone: ['DE_LU', 'FR'],
  firstDeliveryDate: '2026-11-21',
  lastDeliveryDate: '2026-11-22',
};

function askedFor(asked: readonly Request[], path: string): URLSearchParams[] {
  return asked
    .map(({ url }) => new URL(url))
    .filter(({ pathname }) => pathname === `/api/v1/market-data/${path}`)
    .map(({ searchParams }) => searchParams);
}

describe('the statistics page', () => {
  beforeEach(() => {
    window.location.hash = addressFor(QUESTION);
  });

  it('should begin with the days that have prices of the freshest zones, and say so in the address', async () => {
    window.location.hash = '#/markets/statistics';
    const asked = fakeServer(ANSWERS);
    openConsole();

    await screen.findByRole('region', { name: 'Statistics of prices' });
    expect(window.location.hash).toBe(
      addressFor({ ...QUESTION, firstDeliveryDate: '2026-11-20', lastDeliveryDate: '2026-11-23' }),
    );
    expect(askedFor(asked, 'statistics').map((query) => query.toString())).toEqual([
      'product=SDAC&firstDeliveryDate=2026-11-20&lastDeliveryDate=2026-11-23&zone=DE_LU',
      'product=SDAC&firstDeliveryDate=2026-11-20&lastDeliveryDate=2026-11-23&zone=FR',
    ]);
  });

  it('should show each figure with its unit, and the instants of extremes by the clock of the market', async () => {
    fakeServer(ANSWERS);
    openConsole();

    const table = within(await screen.findByRole('region', { name: 'Statistics of prices' }));
    const cellsOf = (title: string) =>
      within(table.getByRole('rowheader', { name: title }).closest('tr') ?? document.body)
        .getAllByRole('cell')
        .map((cell) => cell.textContent);
    expect(cellsOf('Mean EUR/MWh')).toEqual(['27.08', '27.08']);
    expect(cellsOf('Mean, peak EUR/MWh')).toEqual(['20.75', '20.75']);
    expect(cellsOf('Mean, off-peak EUR/MWh')).toEqual(['33.99', '33.99']);
    expect(cellsOf('Standard deviation EUR/MWh')).toEqual(['31.40', '31.40']);
    expect(cellsOf('Lowest EUR/MWh')[0]).toBe('−45.202026-03-29 13:00 CEST');
    expect(cellsOf('Highest EUR/MWh')[0]).toBe('1,099.992026-03-29 19:00 CEST');
    expect(cellsOf('5 % quantile EUR/MWh')[0]).toBe('−12.50');
    expect(cellsOf('Median EUR/MWh')[0]).toBe('28.11');
    expect(cellsOf('Below zero h')[0]).toBe('2.259.8 %');
    expect(cellsOf('Exactly zero h')[0]).toBe('00.0 %');
    expect(cellsOf('With a price h')[0]).toBe('23');
    expect(cellsOf('Missing periods')[0]).toBe('1');
  });

  it('should mark what is simulated, and only that', async () => {
    fakeServer(ANSWERS);
    openConsole();

    const table = within(await screen.findByRole('region', { name: 'Statistics of prices' }));
    expect(table.getByRole('columnheader', { name: /FR/ }).textContent).toContain('simulated');
    expect(table.getByRole('columnheader', { name: /DE_LU/ }).textContent).not.toContain('simulated');
    const chart = await screen.findByRole('region', { name: 'Chart of duration curves' });
    expect(within(chart).getAllByText('simulated')).toHaveLength(1);
    const spreads = await screen.findByRole('region', { name: 'Spreads' });
    expect(within(spreads).getByText('simulated')).toBeDefined();
  });

  it('should show the curve as numbers too, and move over it with the arrow keys', async () => {
    const asked = fakeServer(ANSWERS);
    openConsole();

    const chart = await screen.findByRole('group', { name: /at least so much, of DE_LU, FR/ });
    fireEvent.keyDown(chart, { key: 'End' });
    expect(setCursor).toHaveBeenLastCalledWith({ left: 100, top: 0 });
    const rows = within(screen.getByLabelText('Duration curve in numbers')).getAllByRole('row', {
      hidden: true,
    });
    expect(rows).toHaveLength(22);
    expect(rows[6]?.textContent).toBe('251,099.991,099.99');
    expect(rows[7]?.textContent).toBe('3028.1128.11');
    expect(askedFor(asked, 'duration-curve').map((query) => query.get('points'))).toEqual(['501', '501']);
  });

  it('should show spreads of the zones in their order, also as a file', async () => {
    // jsdom has neither.
    Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: vi.fn() });
    const asked = fakeServer({
      ...ANSWERS,
      'GET /api/v1/market-data/spreads': ({ headers }) =>
        headers.get('Accept') === 'text/csv' ? new Response('zoneCode\r\n') : json(spreadsOf()),
    });
    const { user } = openConsole();

    const spreads = within(await screen.findByRole('region', { name: 'Spreads of zones' }));
    const cells = spreads.getAllByRole('cell').map((cell) => cell.textContent);
    expect(cells.slice(0, 4)).toEqual(['DE_LU', 'FR', '−3.12', '9.50']);
    expect(cells.slice(4, 6)).toEqual(['−60.12', '2026-11-21 18:00 CET']);
    expect(cells.slice(-5)).toEqual(['12.25', '30', '5', '47.25', '0.75']);
    expect(askedFor(asked, 'spreads')[0]?.getAll('zone')).toEqual(['DE_LU', 'FR']);

    await user.click(screen.getByRole('button', { name: 'Spreads as CSV' }));
    await vi.waitFor(() => {
      expect(asked.some(({ headers }) => headers.get('Accept') === 'text/csv')).toBe(true);
    });
  });

  it('should ask for no spread of one zone', async () => {
    window.location.hash = addressFor({ ...QUESTION, zone: ['FR'] });
    const asked = fakeServer(ANSWERS);
    openConsole();

    expect(await screen.findByText(/Choose a second zone/)).toBeDefined();
    expect(askedFor(asked, 'spreads')).toEqual([]);
  });

  it('should put what is chosen into the address, and come back to what was asked before', async () => {
    fakeServer(ANSWERS);
    const { user } = openConsole();

    await screen.findByRole('region', { name: 'Statistics of prices' });
    fireEvent.change(screen.getByLabelText('First day'), { target: { value: '2026-11-01' } });
    await user.click(screen.getByRole('button', { name: 'Show' }));
    expect(window.location.hash).toBe(addressFor({ ...QUESTION, firstDeliveryDate: '2026-11-01' }));

    window.location.hash = addressFor(QUESTION);
    await vi.waitFor(() => {
      expect(screen.getByLabelText<HTMLInputElement>('First day').value).toBe('2026-11-21');
    });
  });

  it('should let a zone be added by the keyboard alone', async () => {
    fakeServer(ANSWERS);
    const { user } = openConsole();

    await screen.findByRole('region', { name: 'Statistics of prices' });
    await user.type(screen.getByRole('combobox', { name: 'Zones' }), 'AT{ArrowDown}{Enter}{Escape}');
    await user.click(screen.getByRole('button', { name: 'Show' }));
    expect(window.location.hash).toBe(addressFor({ ...QUESTION, zone: ['DE_LU', 'FR', 'AT'] }));
  });

  it('should say which days have prices where these have none', async () => {
    const asked = fakeServer({
      ...ANSWERS,
      'GET /api/v1/market-data/statistics': (request) => json(noStatisticsOf(zoneOf(request))),
    });
    openConsole();

    expect(await screen.findByText(/DE_LU has prices from 2026-11-20 to 2026-11-23/)).toBeDefined();
    expect(screen.getByRole('link', { name: 'look at the last of them' }).getAttribute('href')).toBe(
      addressFor({ ...QUESTION, firstDeliveryDate: '2026-11-20', lastDeliveryDate: '2026-11-23' }),
    );
    expect(askedFor(asked, 'duration-curve')).toEqual([]);
  });

  it('should say what a zone without prices lacks beside one that has some', async () => {
    fakeServer({
      ...ANSWERS,
      'GET /api/v1/market-data/statistics': (request) =>
        json(zoneOf(request) === 'FR' ? noStatisticsOf('FR') : statisticsOf('DE_LU')),
      'GET /api/v1/market-data/duration-curve': (request) =>
        json(zoneOf(request) === 'FR' ? { ...curveOf('FR'), share: [], price: [] } : curveOf('DE_LU')),
    });
    openConsole();

    const table = within(await screen.findByRole('region', { name: 'Statistics of prices' }));
    const mean = table.getByRole('rowheader', { name: 'Mean EUR/MWh' }).closest('tr');
    expect(mean?.textContent).toBe('Mean EUR/MWh27.08–');
    const row = table.getByRole('rowheader', { name: 'Below zero h' }).closest('tr');
    expect(row?.textContent).toBe('Below zero h2.259.8 %–');
  });

  it('should say that nothing is stored yet', async () => {
    window.location.hash = '#/markets/statistics';
    fakeServer({
      ...ANSWERS,
      'GET /api/v1/analytics/kpis': () => json({ ...kpisOf(), latestPrices: [] }),
    });
    openConsole();
    expect(await screen.findByText(/No price is stored yet/)).toBeDefined();
  });

  it('should show what is loading, and a refusal once', async () => {
    let refuse: (response: Response) => void = () => undefined;
    fakeServer({
      ...ANSWERS,
      'GET /api/v1/market-data/statistics': () =>
        new Promise<Response>((resolve) => {
          refuse = resolve;
        }),
    });
    window.location.hash = addressFor({ ...QUESTION, zone: ['XX'] });
    openConsole();

    expect(await screen.findByText('Loading the statistics…')).toBeDefined();
    refuse(problem(422, 'unknown-zone', 'There is no zone XX'));
    expect(await screen.findByText('There is no zone XX')).toBeDefined();
    expect(screen.getAllByRole('alert')).toHaveLength(1);
  });

  it('should show the other parts where one is refused', async () => {
    fakeServer({
      ...ANSWERS,
      'GET /api/v1/market-data/spreads': () => problem(422, 'too-many-points', 'That are too many hours'),
    });
    openConsole();

    expect(await screen.findByText('That are too many hours')).toBeDefined();
    expect(await screen.findByRole('region', { name: 'Chart of duration curves' })).toBeDefined();
  });

  it('should not ask what an address cannot mean', async () => {
    window.location.hash = '#/markets/statistics?product=SDAC&zone=FR&firstDeliveryDate=yesterday';
    const asked = fakeServer(ANSWERS);
    openConsole();

    expect((await screen.findByRole('alert')).textContent).toBe('Choose the first and the last day.');
    expect(askedFor(asked, 'statistics')).toEqual([]);
  });
});

describe('a question about statistics', () => {
  it('should come out of its address as it went in', () => {
    const question = { ...QUESTION, zone: ['FR', 'a&b=ü ?#'] };
    expect(questionOf(new URLSearchParams(addressFor(question).split('?')[1]))).toEqual(question);
  });

  it('should be of the last thirty days with prices, or of all there are', () => {
    const of = (firstDeliveryDate: string) =>
      lastDays('SDAC', ['FR'], { ...COVERAGE, firstDeliveryDate })?.firstDeliveryDate;
    expect(of('2018-01-01')).toBe('2026-10-25');
    expect(of('2026-11-20')).toBe('2026-11-20');
    expect(
      lastDays('SDAC', ['FR'], { productCode: 'SDAC', zoneCode: 'FR', simulated: false }),
    ).toBeUndefined();
  });

  it('should be of 1 to 8 zones, and at most ten years', () => {
    const zones = (count: number) => Array.from({ length: count }, (_, place) => `Z${place}`);
    expect(objection({ ...QUESTION, zone: zones(8) })).toBeUndefined();
    expect(objection({ ...QUESTION, zone: zones(9) })).toBe('Choose at most 8 zones.');
    expect(objection({ ...QUESTION, zone: [] })).toBe('Choose at least one zone.');
    expect(objection({ ...QUESTION, firstDeliveryDate: '2016-01-01' })).toBe('Choose at most 3,661 days.');
  });
});

describe('a duration curve', () => {
  it('should hold each exact price up to its share', () => {
    const prices = pricesOf(curveOf('FR'));
    const at = (percent: number) => prices[PERCENTS.indexOf(percent)];
    expect([0, 25, 25.2, 75, 75.2, 100].map(at)).toEqual([1099.99, 1099.99, 28.11, 28.11, -45.2, -45.2]);
  });

  it('should have each price of a sample where it was taken', () => {
    const price = Array.from({ length: CURVE_POINTS }, (_, place) => 500 - place);
    // As the server rounds them.
    const share = price.map((_, place) => Number((place / (CURVE_POINTS - 1)).toFixed(6)));
    expect(pricesOf({ ...curveOf('FR'), exact: false, share, price })).toEqual(price);
  });

  it('should be empty without prices', () => {
    expect(pricesOf({ ...curveOf('FR'), share: [], price: [] }).every((price) => price === null)).toBe(true);
  });
});
