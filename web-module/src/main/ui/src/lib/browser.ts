const BROWSERS: readonly [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/(Headless)?Chrom(e|ium)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const SYSTEMS: readonly [RegExp, string][] = [
  [/Windows/, 'Windows'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Mac OS X/, 'macOS'],
  [/Linux|X11/, 'Linux'],
];

/** `Firefox on Windows`: enough to tell one's own sessions apart; the whole text stands beside it. */
export function browserOf(userAgent: string | undefined): string {
  if (userAgent === undefined || userAgent === '') {
    return 'Unknown program';
  }
  const browser = BROWSERS.find(([sign]) => sign.test(userAgent))?.[1];
  const system = SYSTEMS.find(([sign]) => sign.test(userAgent))?.[1];
  if (browser === undefined) {
    return userAgent.split(/[\s/]/, 1)[0] ?? userAgent;
  }
  return system === undefined ? browser : `${browser} on ${system}`;
}
