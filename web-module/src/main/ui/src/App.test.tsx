import { screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { BidRun } from './lib/api/types';
import { loggedOutConsole, openConsole } from './test/console';
import { fakeServer, json, problem, type Answer } from './test/fakeServer';
import { battery, login, runOf, summaryOf } from './test/samples';

function serverWith(runs: BidRun[], more: Record<string, Answer> = {}): Request[] {
  return fakeServer({
    'POST /api/v1/auth/login': () => json({ state: 'authenticated', ...login }),
    'GET /api/v1/assets': () => json({ items: [battery] }),
    'GET /api/v1/zones': () =>
      json({ items: [{ code: 'DE_LU', name: 'Germany', currency: 'EUR', timeZone: 'Europe/Berlin' }] }),
    'GET /api/v1/products': () =>
      json({
        items: [
          { code: 'N2EX', name: 'Great Britain', wholeDay: true, zoneCodes: ['GB'] },
          { code: 'SDAC', name: 'Day-ahead', wholeDay: true, zoneCodes: ['DE_LU', 'FR'] },
        ],
      }),
    'GET /api/v1/market-data/coverage': () =>
      json({ firstDeliveryDate: '2026-09-24', lastDeliveryDate: '2026-11-23', simulated: true }),
    'GET /api/v1/bid-runs': () => json({ items: runs.map(summaryOf) }),
    ...Object.fromEntries(runs.map((run) => [`GET /api/v1/bid-runs/${run.id}`, () => json(run)])),
    ...more,
  });
}

function open(loggedIn = true) {
  return loggedIn ? openConsole().user : loggedOutConsole().user;
}

describe('log-in', () => {
  it('should show why it was refused, then let in', async () => {
    let tries = 0;
    serverWith([], {
      'POST /api/v1/auth/login': () =>
        (tries += 1) === 1
          ? problem(401, 'bad-credentials', 'E-mail or password is wrong.')
          : json({ state: 'authenticated', ...login }),
    });
    const user = open(false);
    await user.type(screen.getByLabelText('E-mail'), 'trader@demo.optibid');
    await user.type(screen.getByLabelText('Password'), 'wrong{Enter}');
    expect(await screen.findByText('E-mail or password is wrong.')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Log in' }));
    expect(await screen.findByText('Tessa Trader')).toBeDefined();
  });

  it('should come back with the reason when the session ends', async () => {
    serverWith([], { 'GET /api/v1/bid-runs': () => problem(401, 'token-expired', 'Expired') });
    open();
    expect(await screen.findByText(/Your session has ended/)).toBeDefined();
  });
});

describe('the desk', () => {
  it('should say what to do when there is no run', async () => {
    serverWith([]);
    open();
    expect(await screen.findByRole('heading', { name: 'No bid run yet' })).toBeDefined();
  });

  it('should start a run for the last day with prices and show it', async () => {
    const run = runOf({ state: 'queued', progress: 0, periods: [], bids: [] });
    delete run.money;
    const asked = serverWith([], {
      'POST /api/v1/bid-runs': () => json(run, 202),
      'GET /api/v1/bid-runs/r1': () => json(run),
    });
    const user = open();
    const date = await screen.findByLabelText<HTMLInputElement>('Delivery date');
    await vi.waitFor(() => {
      expect(date.value).toBe('2026-11-23');
    });
    await user.click(screen.getByRole('button', { name: 'Start bid run' }));
    expect(await screen.findByRole('progressbar', { name: 'Progress of the run' })).toBeDefined();
    const sent = asked.find((request) => request.method === 'POST');
    expect(await sent?.json()).toMatchObject({
      assetId: 'a1',
      productCode: 'SDAC',
      deliveryDate: '2026-11-23',
    });
  });

  it('should show a refusal with its findings beside the form', async () => {
    serverWith([], {
      'POST /api/v1/bid-runs': () =>
        problem(422, 'no-prices', 'There are no prices for that day.', {
          requestId: 'req-7',
          errors: [
            { code: 'before-data', path: 'deliveryDate', message: 'is before the first day with prices' },
          ],
        }),
    });
    const user = open();
    await screen.findByText('Prices 2026-09-24 to 2026-11-23');
    await user.click(screen.getByRole('button', { name: 'Start bid run' }));
    expect(await screen.findByText(/is before the first day with prices/)).toBeDefined();
    expect(screen.getByText('req-7')).toBeDefined();
  });
});

describe('a run', () => {
  it('should show money in four figures, bids, and that it is simulated', async () => {
    serverWith([runOf()]);
    open();
    const money = within(await screen.findByRole('region', { name: 'Money' }));
    expect(money.getByText('11,533.00')).toBeDefined();
    expect(money.getByText('13,604.00')).toBeDefined();
    expect(money.getByText('84.8')).toBeDefined();
    expect(money.getByText('0.250')).toBeDefined();
    expect(money.getByText(/−12.50 EUR/)).toBeDefined();
    const rows = within(screen.getByRole('region', { name: 'Bids' })).getAllByRole('row');
    expect(rows[1]?.textContent).toContain('00:00–00:15buy4,000.00 × 10.010.010.0−40.00accepted');
    expect(screen.getAllByText('simulated').length).toBeGreaterThan(0);
  });

  it('should sort the bids by a press of a column’s title, and back', async () => {
    serverWith([runOf()]);
    const user = open();
    const table = within(await screen.findByRole('region', { name: 'Bids' }));
    const sides = () =>
      table
        .getAllByRole('row')
        .slice(1)
        .map((row) => row.querySelector('.side')?.textContent);
    const title = table.getByRole('button', { name: /Clearing price/ });
    await user.click(title);
    await user.click(title);
    expect(sides()).toEqual(['sell', 'buy']);
    expect(table.getByRole('columnheader', { name: /Clearing price/ }).getAttribute('aria-sort')).toBe(
      'descending',
    );
    await user.click(title);
    expect(sides()).toEqual(['buy', 'sell']);
  });

  it('should show the problem of a failed run in full', async () => {
    const failed = runOf({
      state: 'failed',
      bids: [],
      problem: {
        title: 'No schedule keeps all limits.',
        code: 'infeasible-plan',
        detail: 'At most 18.4 MWh can be charged.',
      },
    });
    delete failed.money;
    serverWith([failed]);
    open();
    const alert = within(await screen.findByRole('alert'));
    expect(alert.getByText('At most 18.4 MWh can be charged.')).toBeDefined();
    expect(alert.getByText('infeasible-plan')).toBeDefined();
    expect(screen.queryByRole('region', { name: 'Money' })).toBeNull();
  });

  it.each([
    ['awaiting-results', /has not published its results/],
    ['cancelled', /This run was cancelled/],
  ] as const)('should say what %s means', async (state, text) => {
    const run = runOf({ state });
    delete run.money;
    serverWith([run]);
    open();
    expect(await screen.findByText(text)).toBeDefined();
  });

  it('should keep what it has, and say so, when the connection is lost', async () => {
    let answers = 0;
    serverWith([runOf()], {
      'GET /api/v1/bid-runs/r1': () => {
        answers += 1;
        if (answers > 1) {
          throw new TypeError('Failed to fetch');
        }
        return json(runOf({ state: 'running', progress: 0.5 }));
      },
    });
    open();
    await screen.findByRole('region', { name: 'Bids' });
    expect(await screen.findByText('The server cannot be reached.')).toBeDefined();
    expect(screen.getByRole('region', { name: 'Bids' })).toBeDefined();
  });
});
