import { expect, it } from 'vitest';
import { periodsOf } from '../../test/samples';
import { chartData, periodAt, rangeInBand, roundTicks } from './chartData';

it.each([
  ['2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z', 92],
  ['2026-11-22T23:00:00Z', '2026-11-23T23:00:00Z', 96],
  ['2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z', 100],
])('should draw the day from %s to %s with %i periods, evenly in time', (start, end, count) => {
  const data = chartData(periodsOf(start, end));
  expect(data.bounds).toHaveLength(count + 1);
  expect(data.bounds.at(-1)).toBe(Date.parse(end) / 1000);
  expect(new Set(data.bounds.slice(1).map((bound, index) => bound - (data.bounds[index] ?? 0)))).toEqual(
    new Set([900]),
  );
});

it('should hold a rate to the end of its period and put a state of charge at it', () => {
  const data = chartData(periodsOf('2026-11-22T23:00:00Z', '2026-11-22T23:30:00Z'));
  expect(data.values.plan).toEqual([-10, 9, 9]);
  expect(data.values.planCharge).toEqual([null, 2.375, 0]);
  expect(chartData(periodsOf('2026-11-22T23:00:00Z', '2026-11-22T23:15:00Z'), 0).values.charge).toEqual([
    0, 2.375,
  ]);
  expect(data.values.perfect).toEqual([null, null, null]);
});

it('periodAt should find the period that holds an instant', () => {
  expect(periodAt([0, 900, 1800], 0)).toBe(0);
  expect(periodAt([0, 900, 1800], 900)).toBe(1);
  expect(periodAt([0, 900, 1800], 1800)).toBe(1);
  expect(periodAt([0, 900, 1800], -1)).toBeUndefined();
  expect(periodAt([], 0)).toBeUndefined();
});

it('rangeInBand should leave the rest of the height free', () => {
  expect(rangeInBand(0, 10, { from: 0.5, to: 1 })).toEqual([-10, 10]);
  expect(rangeInBand(-10, 10, { from: 0, to: 0.5 })).toEqual([-10, 30]);
});

it('roundTicks should be round and stay inside', () => {
  expect(roundTicks(-104, 96, 4)).toEqual([-100, -50, 0, 50]);
  expect(roundTicks(0, 0.35, 4)).toEqual([0, 0.1, 0.2, 0.3]);
});
