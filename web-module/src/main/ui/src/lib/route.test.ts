import { expect, it } from 'vitest';
import { addressOf, currentRoute, parse } from './route';

it('should read page, id and query', () => {
  const route = parse('#/assets/a%2Fb?kind=pv');
  expect(route).toMatchObject({ page: 'assets', id: 'a/b' });
  expect(route.query.get('kind')).toBe('pv');
  expect(parse('')).toMatchObject({ page: '' });
  expect(parse('#/assets/%E0%A4%A')).toMatchObject({ page: 'assets', id: '%E0%A4%A' });
});

it('should write an address that it reads back', () => {
  expect(parse(addressOf('runs', 'a/ü ?#'))).toMatchObject({ page: 'runs', id: 'a/ü ?#' });
  const query = new URLSearchParams([
    ['zone', 'a&b=ü ?#'],
    ['zone', 'FR'],
  ]);
  expect(parse(addressOf('markets', 'statistics', query)).query.getAll('zone')).toEqual(['a&b=ü ?#', 'FR']);
});

it('should take a one-time token out of the address and keep it', () => {
  window.location.hash = '#/reset-password?token=obr_secret';
  const route = currentRoute();
  expect(route).toMatchObject({ page: 'reset-password', token: 'obr_secret' });
  expect(window.location.href).not.toContain('secret');
  expect(window.location.hash).toBe('#/reset-password');
  expect(currentRoute().token).toBe('obr_secret');
});

it('should forget the token when another page was looked at', () => {
  window.location.hash = '#/reset-password?token=obr_secret';
  currentRoute();
  window.location.hash = '#/login';
  currentRoute();
  window.location.hash = '#/reset-password';
  expect(currentRoute().token).toBeUndefined();
});
