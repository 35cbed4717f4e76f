import { expect, it } from 'vitest';
import { changesIn } from './changes';
import { EMPTY_FILTER, queryOf } from './filter';

it('should show both states of each field, the changed first', () => {
  expect(
    changesIn(
      { zoneCode: 'FR', battery: { chargePowerMw: 10 }, gone: true },
      { zoneCode: 'FR', battery: { chargePowerMw: 12.5 }, roles: ['viewer'] },
    ),
  ).toEqual([
    { path: 'battery.chargePowerMw', before: '10', after: '12.5' },
    { path: 'gone', before: 'true' },
    { path: 'roles', after: '["viewer"]' },
    { path: 'zoneCode', before: 'FR', after: 'FR' },
  ]);
});

it('should ask for what the filter names alone, in UTC', () => {
  expect(queryOf({ ...EMPTY_FILTER, from: '2026-11-22T10:00', action: ' user.invite ' })).toEqual({
    from: '2026-11-22T10:00:00Z',
    action: 'user.invite',
  });
  expect(queryOf({ ...EMPTY_FILTER, to: '2026-11-22T10:00:30' })).toEqual({ to: '2026-11-22T10:00:30Z' });
});
