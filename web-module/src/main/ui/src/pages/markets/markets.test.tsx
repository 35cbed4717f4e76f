import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { RuleSet, User } from '../../lib/api/types';
import { daysAfter } from '../../lib/time';
import { openConsole } from '../../test/console';
import { QUIET, fakeServer, json, problem } from '../../test/fakeServer';
import { login } from '../../test/samples';

const operator: User = { ...login.user, id: 'u8', displayName: 'Otto Operator', roles: ['operator'] };

const PRODUCTS = [
  {
    code: 'IEX_RTM',
    name: 'Indian real-time market',
    operator: { code: 'IEX', name: 'IEX' },
    wholeDay: false,
    zoneCodes: ['IN_N1'],
  },
  { code: 'OLD', name: 'Without rules', operator: { code: 'X', name: 'X' }, wholeDay: true, zoneCodes: [] },
  {
    code: 'SDAC',
    name: 'European day-ahead',
    operator: { code: 'SDAC', name: 'Coupling' },
    wholeDay: true,
    zoneCodes: ['DE_LU'],
  },
];

const HOUR = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString();

function gates() {
  return [
    {
      productCode: 'SDAC',
      deliveryDate: '2026-11-29',
      timeZone: 'Europe/Brussels',
      deliveryStart: inHours(20),
      deliveryEnd: inHours(44),
      closes: inHours(9),
      results: inHours(10),
      state: 'open',
      secondsToClosure: 9 * 3600,
    },
    {
      productCode: 'IEX_RTM',
      deliveryDate: '2026-11-28',
      timeZone: 'Asia/Kolkata',
      deliveryStart: '2026-11-28T10:00:00Z',
      deliveryEnd: '2026-11-28T10:30:00Z',
      opens: inHours(1),
      closes: inHours(2),
      state: 'not-yet-open',
      secondsToClosure: 7200,
    },
  ];
}

const PARTS: RuleSet['sources'][number]['of'][] = [
  'periods',
  'gate',
  'results',
  'price-range',
  'price-tick',
  'quantity',
  'curve',
  'curve-points',
  'order-kinds',
];

const RULES: RuleSet = {
  productCode: 'SDAC',
  validFrom: '2025-10-01',
  timeZone: 'Europe/Brussels',
  periodMinutes: 15,
  currency: 'EUR',
  priceUnit: 'EUR/MWh',
  gateOpening: 'PT1H15M',
  gateClosure: 'D-1 12:00',
  minPrice: -500,
  maxPrice: 4000,
  priceTick: 0.01,
  minQuantityMw: 1,
  quantityStepMw: 0.1,
  curve: 'linear',
  orderKinds: ['curve', 'linked-block'],
  verified: false,
  sources: PARTS.map((of) => ({ of, verified: of === 'gate', source: `Source of ${of}` })),
};

const CHRISTMAS = {
  deliveryDate: '2027-12-25',
  timeZone: 'Europe/Brussels',
  start: '2027-12-24T23:00:00Z',
  end: '2027-12-25T23:00:00Z',
  hours: 24,
  periodMinutes: 15,
  periods: 96,
  auctions: 1,
  closes: '2027-12-24T11:00:00Z',
  lastCloses: '2027-12-24T11:00:00Z',
  results: '2027-12-24T11:45:00Z',
  weekend: true,
  holiday: true,
  holidays: [
    { area: 'BE', name: 'Christmas Day' },
    { area: 'DE', name: 'Christmas Day' },
    { area: 'NO', name: 'First Day of Christmas' },
  ],
};

const MARKETS = {
  ...QUIET,
  'GET /api/v1/products': () => json({ items: PRODUCTS }),
  'GET /api/v1/gates': () => json({ items: gates() }),
  'GET /api/v1/products/SDAC/rule-sets': () => json({ items: [RULES] }),
  'GET /api/v1/products/SDAC/calendar': () => json({ items: [CHRISTMAS] }),
};

describe('the markets', () => {
  it('should show the next gate of each, the one that closes first on top', async () => {
    window.location.hash = '#/markets';
    fakeServer(MARKETS);
    openConsole();
    const table = within(await screen.findByRole('region', { name: 'Coming gates' }));
    const rows = table.getAllByRole('row').slice(1);
    expect(rows.map((row) => within(row).getAllByRole('cell')[0]?.textContent)).toEqual([
      'IEX_RTM',
      'SDAC',
      'OLD',
    ]);
    expect(rows[0]?.textContent).toContain('2026-11-28 15:30–16:00');
    expect(rows[0]?.textContent).toContain('not yet open');
    expect(rows[1]?.textContent).toMatch(/9:00:00|8:59:\d\d/);
    expect(rows[2]?.textContent).toContain('no rules');
  });

  it('should show how long the coming days are, when they are sold, and who has a holiday', async () => {
    window.location.hash = '#/markets/SDAC';
    const asked = fakeServer(MARKETS);
    openConsole();
    const table = within(await screen.findByRole('region', { name: 'Calendar' }));
    const cells = within(table.getByRole('row', { name: /2027-12-25/ })).getAllByRole('cell');
    expect(cells.map((cell) => cell.textContent).slice(0, 4)).toEqual([
      'Sat 2027-12-25',
      '24',
      '96 × 15 min',
      '2027-12-24 12:00 CET',
    ]);
    expect(table.getByText('weekend')).toBeTruthy();
    expect(table.getByText('Christmas Day: BE, DE')).toBeTruthy();
    expect(table.getByText('First Day of Christmas: NO')).toBeTruthy();
    const days = asked.find(({ url }) => url.includes('/calendar'));
    const query = new URL(days?.url ?? '').searchParams;
    expect(query.get('to')).toBe(daysAfter(query.get('from') ?? '', 13));
  });

  it('should say of each rule where it comes from, and let nobody but operators change it', async () => {
    window.location.hash = '#/markets/SDAC';
    fakeServer(MARKETS);
    openConsole();
    const table = within(await screen.findByRole('region', { name: 'Rules from 2025-10-01' }));
    const gate = table.getByRole('row', { name: /^gate/ });
    expect(gate.textContent).toContain('opens 1 h 15 min before delivery, closes D-1 12:00; sells the day');
    expect(gate.textContent).toContain('verified');
    expect(gate.textContent).toContain('Source of gate');
    expect(table.getByRole('row', { name: /^quantity/ }).textContent).toContain('from 1 by 0.1 MW');
    expect(table.getByRole('row', { name: /^order kinds/ }).textContent).toContain('curve, linked block');
    expect(table.getAllByText('not verified')).toHaveLength(8);
    expect(screen.queryByRole('button', { name: 'Add rules' })).toBeNull();
  });

  it('should begin new rules with the newest, and put findings at their fields', async () => {
    window.location.hash = '#/markets/SDAC';
    const asked = fakeServer({
      ...MARKETS,
      'POST /api/v1/products/SDAC/rule-sets': () =>
        problem(422, 'rules-refused', 'The rules contradict themselves or cannot be read', {
          errors: [
            { code: 'contradicts', path: 'maxPrice', message: 'The highest price must be above the lowest' },
            { code: 'out-of-range', path: 'sources[of=curve]', message: 'A source has 1 to 500 characters' },
          ],
        }),
    });
    const { user } = openConsole(operator);
    await user.click(await screen.findByRole('button', { name: 'Add rules' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Add rules to SDAC' }));
    await user.click(dialog.getByRole('button', { name: 'Add' }));
    expect(dialog.getByText('Needed.')).toBeDefined();
    await user.type(dialog.getByLabelText(/First delivery day/), '2027-04-01');
    await user.click(dialog.getByLabelText('Verified: price range'));
    await user.click(dialog.getByRole('button', { name: 'Add' }));
    expect(await dialog.findByText('The highest price must be above the lowest.')).toBeDefined();
    expect(dialog.getByText('A source has 1 to 500 characters.')).toBeDefined();
    const sent = asked.find((request) => request.method === 'POST');
    expect(sent?.headers.get('Idempotency-Key')).toHaveLength(32);
    expect(await sent?.json()).toMatchObject({
      validFrom: '2027-04-01',
      periodMinutes: 15,
      maxPrice: 4000,
      orderKinds: ['curve', 'linked-block'],
      sources: PARTS.map((of) => ({ of, verified: of === 'gate' || of === 'price-range' })),
    });
  });

  it('should end rules', async () => {
    window.location.hash = '#/markets/SDAC';
    const asked = fakeServer({
      ...MARKETS,
      'POST /api/v1/products/SDAC/rule-sets/2025-10-01/end': () => json({ ...RULES, validTo: '2027-01-01' }),
    });
    const { user } = openConsole(operator);
    await user.click(await screen.findByRole('button', { name: 'End…' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'End the rules from 2025-10-01' }));
    await user.type(dialog.getByLabelText(/First delivery day without them/), '2027-01-01');
    await user.click(dialog.getByRole('button', { name: 'End the rules' }));
    const sent = asked.find((request) => request.method === 'POST');
    expect(await sent?.json()).toEqual({ validTo: '2027-01-01' });
  });

  it('should show the rows of a file that do not fit, page by page', async () => {
    window.location.hash = '#/markets/files';
    const file = {
      id: 'f1',
      productCode: 'ERCOT_DAM',
      kind: 'ercot-settlement-point-prices',
      verified: false,
      receivedAt: '2026-11-27T04:00:00Z',
      sha256: 'ab'.repeat(32),
      bytesRead: 10,
      rowsRead: 40_176,
      rowsQuarantined: 2,
    };
    const row = (line: number) => ({
      line,
      code: 'area-unknown',
      message: 'The product is not traded in that area',
      content: `x\tline ${String(line)}`,
    });
    fakeServer({
      ...MARKETS,
      'GET /api/v1/market-data/files': () => json({ items: [file] }),
      'GET /api/v1/market-data/files/f1/quarantine': ({ url }) =>
        json(url.includes('cursor=c1') ? { items: [row(9)] } : { items: [row(3)], next: 'c1' }),
    });
    const { user } = openConsole();
    const kind = await screen.findByRole('cell', { name: /ercot settlement point prices/ });
    expect(kind.textContent).toContain('not verified');
    await user.click(await screen.findByRole('button', { name: 'Show 2 rows in the quarantine' }));
    expect(await screen.findByText('x line 3')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'More' }));
    expect(await screen.findByText('x line 9')).toBeDefined();
    expect(screen.queryByRole('button', { name: 'More' })).toBeNull();
  });

  it('should take a file of an operator in, and say what became of it', async () => {
    window.location.hash = '#/markets/files';
    const asked = fakeServer({
      ...MARKETS,
      'GET /api/v1/auth/me': () => json(operator),
      'GET /api/v1/market-data/files': () => json({ items: [] }),
      'POST /api/v1/market-data/files': ({ url }) =>
        url.includes('kind=iex-prices')
          ? json(
              {
                file: { rowsRead: 96, rowsQuarantined: 1 },
                imports: [
                  { zoneCode: 'IN_N1', pricesStored: 90, pricesRevised: 5 },
                  { zoneCode: 'IN_MCP', pricesStored: 3, pricesRevised: 0 },
                ],
              },
              201,
            )
          : problem(422, 'import-refused', 'The file was refused', {
              errors: [{ code: 'column-not-found', message: 'There is no column DateTime' }],
            }),
    });
    const { user } = openConsole(operator);
    await user.click(await screen.findByRole('button', { name: 'Import a file' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Import a file' }));
    expect(dialog.getByRole('button', { name: 'Import' })).toHaveProperty('disabled', true);
    const input = document.querySelector<HTMLInputElement>('input[type=file]');
    if (input === null) {
      throw new Error('There is nothing to choose a file with');
    }
    await user.upload(input, new File(['Date,Time Block,MCP'], 'dam.csv'));
    await user.click(dialog.getByRole('button', { name: 'Import' }));
    expect(await dialog.findByText(/There is no column DateTime/)).toBeDefined();
    await user.selectOptions(dialog.getByLabelText('Kind'), 'iex-prices');
    await user.click(dialog.getByRole('button', { name: 'Import' }));
    expect(
      await dialog.findByText(
        '96 rows read: 93 prices stored and 5 revised in 2 zones, 1 row in the quarantine.',
      ),
    ).toBeDefined();
    const sent = asked.filter(({ method }) => method === 'POST').at(-1);
    expect(sent?.headers.get('Content-Type')).toBe('text/csv');
    expect(await sent?.text()).toBe('Date,Time Block,MCP');
  });

  it('should say how old each source is and why it is not newer', async () => {
    window.location.hash = '#/markets/sources';
    const source = {
      productCode: 'SDAC',
      zoneCode: 'NL',
      document: 'prices',
      state: 'failing',
      fetchedAt: inHours(-3),
      ageSeconds: 10_800,
      deliveryTo: '2026-11-27T23:00:00Z',
      failedAt: inHours(-1),
      failure: 'it answered 503',
      dueAt: inHours(1),
    };
    fakeServer({
      ...MARKETS,
      'GET /api/v1/market-data/sources': () =>
        json({
          items: [
            source,
            {
              productCode: 'SDAC',
              zoneCode: 'FI',
              document: 'wind-and-solar-forecast',
              state: 'waiting',
              dueAt: inHours(1),
            },
          ],
        }),
    });
    openConsole();
    const failing = await screen.findByRole('row', { name: /NL prices failing/ });
    expect(within(failing).getByText(/^3:00:/)).toBeDefined();
    expect(within(failing).getByText('it answered 503')).toBeDefined();
    expect(screen.getByRole('row', { name: /FI wind and solar forecast waiting/ })).toBeDefined();
  });

  it('should say that nothing is fetched where that is off', async () => {
    window.location.hash = '#/markets/sources';
    fakeServer({ ...MARKETS, 'GET /api/v1/market-data/sources': () => json({ items: [] }) });
    openConsole();
    expect(await screen.findByText(/ENABLE_ENTSOE is off/)).toBeDefined();
  });
});
