import { fireEvent, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { DataQuality, Product, SeriesQuality } from '../../lib/api/types';
import { openConsole } from '../../test/console';
import { QUIET, fakeServer, json, problem, type Answer } from '../../test/fakeServer';
import { firstQuestion, KINDS, objection, queryOf, unlisted } from './quality';

const product = (code: string, zoneCodes: string[]): Product => ({
  code,
  name: code,
  operator: { code: 'X', name: 'X' },
  wholeDay: true,
  zoneCodes,
});

function seriesOf(change: Partial<SeriesQuality>): SeriesQuality {
  return {
    series: 'price',
    unit: 'EUR/MWh',
    expectedPeriods: 25,
    presentPeriods: 25,
    notYetDuePeriods: 0,
    storedValues: 25,
    minutes: [60],
    knownUntil: '2024-10-26T10:45:00Z',
    simulated: false,
    counts: KINDS.map(({ kind }) => ({ kind, findings: 0, periods: 0 })),
    findings: [],
    ...change,
  };
}

const GAP = {
  series: 'load-forecast',
  kind: 'gap',
  start: '2024-10-27T01:00:00Z',
  end: '2024-10-27T02:00:00Z',
  periods: 1,
  detail: 'no value',
} as const;

const CLOCK_CHANGE = {
  ...GAP,
  kind: 'clock-change',
  detail: 'the second 02:00 to 03:00 is missing',
} as const;

const LOAD = seriesOf({
  series: 'load-forecast',
  unit: 'MW',
  presentPeriods: 24,
  simulated: true,
  counts: KINDS.map(({ kind }) =>
    kind === 'gap'
      ? { kind, findings: 3, periods: 1204 }
      : { kind, findings: kind === 'clock-change' ? 1 : 0, periods: kind === 'clock-change' ? 1 : 0 },
  ),
  findings: [GAP, CLOCK_CHANGE],
});

const REPORT: DataQuality = {
  productCode: 'SDAC',
  zoneCode: 'FR',
  firstDeliveryDate: '2024-10-27',
  lastDeliveryDate: '2024-10-27',
  timeZone: 'Europe/Brussels',
  frozenHours: 6,
  asOf: '2026-11-22T11:02:07Z',
  items: [seriesOf({}), LOAD],
};

const ANSWERS: Record<string, Answer> = {
  ...QUIET,
  'GET /api/v1/products': () => json({ items: [product('N2EX', ['GB']), product('SDAC', ['DE_LU', 'FR'])] }),
  'GET /api/v1/market-data/quality': () => json(REPORT),
};

async function ask() {
  const { user } = openConsole();
  await user.selectOptions(await screen.findByLabelText('Product'), 'SDAC');
  await user.selectOptions(screen.getByLabelText('Zone'), 'FR');
  fireEvent.change(screen.getByLabelText('First day'), { target: { value: '2024-10-27' } });
  fireEvent.change(screen.getByLabelText('Last day'), { target: { value: '2024-10-27' } });
  await user.click(screen.getByRole('button', { name: 'Show' }));
  return user;
}

describe('the quality page', () => {
  beforeEach(() => {
    window.location.hash = '#/markets/quality';
  });

  it('should ask nothing before somebody has chosen', async () => {
    const asked = fakeServer(ANSWERS);
    openConsole();
    expect(await screen.findByText(/Choose a product, a zone and days/)).toBeDefined();
    expect(asked.some((request) => request.url.includes('/quality'))).toBe(false);
  });

  it('should ask for that zone and those days', async () => {
    const asked = fakeServer(ANSWERS);
    await ask();
    await screen.findByRole('region', { name: 'Series' });
    const request = asked.find(({ url }) => url.includes('/quality'));
    expect(Object.fromEntries(new URL(request?.url ?? '').searchParams)).toEqual({
      product: 'SDAC',
      zone: 'FR',
      firstDeliveryDate: '2024-10-27',
      lastDeliveryDate: '2024-10-27',
    });
  });

  it('should ask from how many hours on a value is frozen, where that was typed', async () => {
    const asked = fakeServer(ANSWERS);
    const user = await ask();
    await screen.findByRole('region', { name: 'Series' });

    const hours = screen.getByLabelText('Frozen from, hours');
    await user.type(hours, '0');
    expect(screen.getByRole('alert').textContent).toBe('A value is frozen from 1 to 168 whole hours on.');
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Show' }).disabled).toBe(true);
    await user.clear(hours);
    await user.type(hours, '12');
    await user.click(screen.getByRole('button', { name: 'Show' }));

    await vi.waitFor(() => {
      expect(asked.some(({ url }) => new URL(url).searchParams.get('frozenHours') === '12')).toBe(true);
    });
  });

  it('should count by series, and show the findings of the first that has any', async () => {
    fakeServer(ANSWERS);
    const user = await ask();

    const series = within(await screen.findByRole('region', { name: 'Series' }));
    const load = within(series.getByRole('row', { name: /load-forecast/ }));
    expect(load.getByText('24 of 25')).toBeDefined();
    expect(load.getByText('1,204')).toBeDefined();
    expect(load.getByText('simulated')).toBeDefined();
    const findings = within(screen.getByRole('region', { name: 'Findings' }));
    expect(findings.getByText('the second 02:00 to 03:00 is missing')).toBeDefined();
    expect(findings.getAllByText('2024-10-27 02:00 CET')).toHaveLength(2);
    expect(findings.getByText('Clock change')).toBeDefined();
    expect(screen.getByText(/2 more are counted/)).toBeDefined();

    await user.click(series.getByRole('button', { name: 'price' }));
    expect(screen.getByRole('heading', { name: 'Findings of price' })).toBeDefined();
    expect(screen.getByText('Nothing was found.')).toBeDefined();
  });

  it('should say that nothing was found', async () => {
    fakeServer({
      ...ANSWERS,
      'GET /api/v1/market-data/quality': () => json({ ...REPORT, items: [seriesOf({})] }),
    });
    await ask();
    expect(await screen.findByText('Nothing was found in FR.')).toBeDefined();
  });

  it('should say that nothing is stored', async () => {
    fakeServer({ ...ANSWERS, 'GET /api/v1/market-data/quality': () => json({ ...REPORT, items: [] }) });
    await ask();
    expect(await screen.findByText(/Nothing is stored of FR/)).toBeDefined();
  });

  it('should show what is loading, and a refusal with what is wrong', async () => {
    let refuse: (response: Response) => void = () => undefined;
    fakeServer({
      ...ANSWERS,
      'GET /api/v1/market-data/quality': () =>
        new Promise<Response>((resolve) => {
          refuse = resolve;
        }),
    });
    await ask();
    expect(await screen.findByText('Loading the series…')).toBeDefined();
    refuse(problem(422, 'no-rules', 'The product has no rules for the day'));
    expect(await screen.findByText('The product has no rules for the day')).toBeDefined();
  });

  it('should not let a wrong range be asked for', async () => {
    fakeServer(ANSWERS);
    openConsole();
    fireEvent.change(await screen.findByLabelText('Last day'), { target: { value: '2020-01-01' } });
    expect(screen.getByRole('alert').textContent).toBe('The last day is before the first.');
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Show' }).disabled).toBe(true);
  });

  it('should give the findings of all series as a file', async () => {
    // jsdom has neither.
    Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: vi.fn() });
    const asked = fakeServer({
      ...ANSWERS,
      'GET /api/v1/market-data/quality': ({ headers }) =>
        headers.get('Accept') === 'text/csv' ? new Response('series,kind\r\n') : json(REPORT),
    });
    const user = await ask();
    await user.click(await screen.findByRole('button', { name: 'All findings as CSV' }));
    await vi.waitFor(() => {
      expect(asked.some(({ headers }) => headers.get('Accept') === 'text/csv')).toBe(true);
    });
  });
});

describe('a question about quality', () => {
  it('should begin with the week that ends tomorrow', () => {
    expect(firstQuestion(product('SDAC', ['AT']), Date.parse('2026-03-01T23:30:00Z'))).toEqual({
      product: 'SDAC',
      zone: 'AT',
      firstDeliveryDate: '2026-02-23',
      lastDeliveryDate: '2026-03-02',
      frozenHours: '',
    });
  });

  it('should be of 1 to 366 days', () => {
    const question = { product: 'SDAC', zone: 'AT', firstDeliveryDate: '2024-01-01', frozenHours: '' };
    expect(objection({ ...question, lastDeliveryDate: '2024-12-31' })).toBeUndefined();
    expect(objection({ ...question, lastDeliveryDate: '2025-01-01' })).toBe('Choose at most 366 days.');
    expect(objection({ ...question, lastDeliveryDate: '' })).toBe('Choose the first and the last day.');
    expect(objection({ ...question, zone: '', lastDeliveryDate: '2024-01-01' })).toBe(
      'The product has no zone.',
    );
  });

  it('should have 1 to 168 whole hours, or none for the server to say', () => {
    const question = {
      product: 'SDAC',
      zone: 'AT',
      firstDeliveryDate: '2024-01-01',
      lastDeliveryDate: '2024-01-01',
    };
    const { frozenHours: none, ...rest } = { ...queryOf({ ...question, frozenHours: ' ' }) };
    expect(none).toBeUndefined();
    expect(rest).toEqual(question);
    expect(queryOf({ ...question, frozenHours: '168' })).toEqual({ ...question, frozenHours: 168 });
    expect(objection({ ...question, frozenHours: '168' })).toBeUndefined();
    for (const frozenHours of ['0', '169', '1.5', '-6', 'six']) {
      expect(objection({ ...question, frozenHours })).toMatch(/1 to 168 whole hours/);
    }
  });

  it('should know how many findings are not listed', () => {
    expect(unlisted(LOAD)).toBe(2);
    expect(unlisted(seriesOf({}))).toBe(0);
  });
});
