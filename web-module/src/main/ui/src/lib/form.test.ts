import { describe, expect, it } from 'vitest';
import { KINDS } from '../pages/portfolio/fields';
import { documentOf, errorsIn, patchOf, textsOf, type Field } from './form';

const FIELDS: readonly Field[] = [
  { path: 'name', label: 'Name', kind: 'text' },
  { path: 'location.latitude', label: 'Latitude', kind: 'decimal', optional: true },
  { path: 'location.longitude', label: 'Longitude', kind: 'decimal', optional: true },
  { path: 'count', label: 'Count', kind: 'integer', optional: true },
];

describe('documentOf', () => {
  it('should leave out what is empty and nest what has a path', () => {
    expect(documentOf(FIELDS, { name: ' Nord ', 'location.latitude': '52.50', count: '' })).toEqual({
      name: 'Nord',
      location: { latitude: 52.5 },
    });
  });

  it('should leave out what is not asked for', () => {
    const hydro = KINDS.hydro.fields;
    const texts = { 'hydro.scheme': 'run-of-river', 'hydro.pumpPowerMw': '5', 'hydro.inflowMw': '3' };
    expect(documentOf(hydro, texts)).toEqual({ hydro: { scheme: 'run-of-river', inflowMw: 3 } });
  });
});

describe('patchOf', () => {
  const before = textsOf({ name: 'Nord', location: { latitude: 52.5, longitude: 13.4 }, count: 3 }, FIELDS);

  it('should hold what changed alone', () => {
    expect(patchOf(FIELDS, before, { ...before, 'location.latitude': '53' })).toEqual({
      location: { latitude: 53 },
    });
    expect(patchOf(FIELDS, before, before)).toEqual({});
  });

  it('should say null for what was emptied, and for an object of which nothing is left', () => {
    expect(patchOf(FIELDS, before, { ...before, count: ' ' })).toEqual({ count: null });
    expect(patchOf(FIELDS, before, { ...before, 'location.latitude': '', 'location.longitude': '' })).toEqual(
      {
        location: null,
      },
    );
  });

  it('should say null for what is no longer asked for', () => {
    const hydro = KINDS.hydro.fields;
    const pumped = textsOf(
      { hydro: { scheme: 'pumped', pumpPowerMw: 5, pumpEfficiency: 0.9, reservoirMaxMwh: 10 } },
      hydro,
    );
    expect(patchOf(hydro, pumped, { ...pumped, 'hydro.scheme': 'reservoir' })).toEqual({
      hydro: { scheme: 'reservoir', pumpPowerMw: null, pumpEfficiency: null },
    });
  });
});

describe('errorsIn', () => {
  it.each([
    ['1.5', undefined],
    ['-0.004', undefined],
    ['.5', undefined],
    ['1,5', 'A number, with a point before the decimals.'],
    ['1e3', 'A number, with a point before the decimals.'],
    ['NaN', 'A number, with a point before the decimals.'],
    ['', undefined],
  ])('should see whether %s is a number', (text, error) => {
    expect(errorsIn(FIELDS, { name: 'x', 'location.latitude': text })['location.latitude']).toBe(error);
  });

  it('should miss what is needed, and whole numbers', () => {
    expect(errorsIn(FIELDS, { count: '1.5' })).toEqual({ name: 'Needed.', count: 'A whole number.' });
  });

  it('should not miss what is not asked for', () => {
    const errors = errorsIn(KINDS.hydro.fields, { 'hydro.scheme': 'run-of-river' });
    expect(Object.keys(errors)).toEqual([
      'hydro.turbinePowerMw',
      'hydro.turbineEfficiency',
      'hydro.inflowMw',
    ]);
  });
});
