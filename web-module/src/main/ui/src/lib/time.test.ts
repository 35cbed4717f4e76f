import { describe, expect, it } from 'vitest';
import {
  countdown,
  dateTime,
  daysAfter,
  hourTicks,
  isRepeated,
  periodLabel,
  unusualLength,
  zoneName,
} from './time';

const BERLIN = 'Europe/Berlin';
const at = (text: string) => Date.parse(text);
const ORDINARY = [at('2026-11-22T23:00:00Z'), at('2026-11-23T23:00:00Z')] as const;
const SHORT = [at('2026-03-28T23:00:00Z'), at('2026-03-29T22:00:00Z')] as const;
const LONG = [at('2026-10-24T22:00:00Z'), at('2026-10-25T23:00:00Z')] as const;
const labels = ([start, end]: readonly [number, number], every: number, zone = BERLIN) =>
  hourTicks(start, end, zone, every).map((tick) => tick.label);

describe('daysAfter', () => {
  it('should go by the calendar, not by hours', () => {
    expect(daysAfter('2026-10-25', 1)).toBe('2026-10-26');
    expect(daysAfter('2026-12-25', 13)).toBe('2027-01-07');
    expect(daysAfter('2028-02-28', 1)).toBe('2028-02-29');
  });
});

describe('hourTicks', () => {
  it('should have 24 hours on an ordinary day', () => {
    expect(labels(ORDINARY, 1)).toHaveLength(24);
    expect(labels(ORDINARY, 6)).toEqual(['00:00', '06:00', '12:00', '18:00']);
  });

  it('should leave out the hour that the short day lacks', () => {
    expect(labels(SHORT, 1)).toHaveLength(23);
    expect(labels(SHORT, 1).slice(0, 4)).toEqual(['00:00', '01:00', '03:00', '04:00']);
  });

  it('should have 02:00 twice on the long day, an hour apart, at every spacing', () => {
    expect(labels(LONG, 1)).toHaveLength(25);
    expect(labels(LONG, 1).slice(0, 5)).toEqual(['00:00', '01:00', '02:00', '02:00', '03:00']);
    expect(labels(LONG, 6)).toEqual(['00:00', '02:00', '02:00', '06:00', '12:00', '18:00']);
    const twice = hourTicks(...LONG, BERLIN, 1).filter((tick) => tick.label === '02:00');
    expect((twice[1]?.instant ?? 0) - (twice[0]?.instant ?? 0)).toBe(3_600_000);
  });

  it('should find the whole hours of a zone with half an hour of offset', () => {
    const start = at('2026-11-22T18:30:00Z');
    expect(labels([start, start + 24 * 3_600_000], 6, 'Asia/Kolkata')).toEqual([
      '00:00',
      '06:00',
      '12:00',
      '18:00',
    ]);
  });
});

describe('periodLabel', () => {
  it('should be local, and end the day at 24:00', () => {
    expect(periodLabel(ORDINARY[0], ORDINARY[0] + 900_000, BERLIN)).toBe('00:00–00:15');
    expect(periodLabel(ORDINARY[1] - 900_000, ORDINARY[1], BERLIN)).toBe('23:45–24:00');
  });

  it('should name the zone in both of the repeated hours alone', () => {
    expect(periodLabel(at('2026-10-25T00:15:00Z'), at('2026-10-25T00:30:00Z'), BERLIN)).toBe(
      '02:15–02:30 CEST',
    );
    expect(periodLabel(at('2026-10-25T01:15:00Z'), at('2026-10-25T01:30:00Z'), BERLIN)).toBe(
      '02:15–02:30 CET',
    );
    expect(periodLabel(at('2026-10-25T02:00:00Z'), at('2026-10-25T02:15:00Z'), BERLIN)).toBe('03:00–03:15');
  });

  it('should step over the missing hour', () => {
    expect(periodLabel(at('2026-03-29T00:45:00Z'), at('2026-03-29T01:00:00Z'), BERLIN)).toBe('01:45–03:00');
  });
});

it('isRepeated should hold for the two hours around the change, and in a zone that shifts by half an hour', () => {
  expect(isRepeated(at('2026-10-25T00:00:00Z'), BERLIN)).toBe(true);
  expect(isRepeated(at('2026-10-25T01:59:00Z'), BERLIN)).toBe(true);
  expect(isRepeated(at('2026-10-24T23:59:00Z'), BERLIN)).toBe(false);
  expect(isRepeated(at('2026-04-04T15:15:00Z'), 'Australia/Lord_Howe')).toBe(true);
});

it('should name zones and write instants in the market’s zone', () => {
  expect(zoneName(LONG[0], BERLIN)).toBe('CEST');
  expect(zoneName(LONG[1], BERLIN)).toBe('CET');
  expect(dateTime(at('2026-11-22T11:00:00Z'), BERLIN)).toBe('2026-11-22 12:00 CET');
});

it('unusualLength should name the days on which the clocks change', () => {
  expect(unusualLength(...ORDINARY)).toBeUndefined();
  expect(unusualLength(...SHORT)).toBe('23 h');
  expect(unusualLength(...LONG)).toBe('25 h');
});

it('countdown should count to zero and then end', () => {
  expect(countdown(581_000, 0)).toBe('9:41');
  expect(countdown(3_600_000 + 581_000, 0)).toBe('1:09:41');
  expect(countdown(1000, 1000)).toBe('0:00');
  expect(countdown(1000, 1001)).toBeUndefined();
});
