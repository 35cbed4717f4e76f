/**
 * Instants and delivery periods in a market's time zone. The machine's own zone is never used: an operator in
 * Lisbon sees the same hours as the exchange.
 */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export interface WallClock {
  readonly date: string;
  readonly hour: number;
  readonly minute: number;
}

const wallFormats = new Map<string, Intl.DateTimeFormat>();
const nameFormats = new Map<string, Intl.DateTimeFormat>();

function cached(
  formats: Map<string, Intl.DateTimeFormat>,
  zone: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...options });
    formats.set(zone, format);
  }
  return format;
}

/** Date and time of day that a clock on the wall in `zone` shows at `instant` (epoch milliseconds). */
export function wallClock(instant: number, zone: string): WallClock {
  const parts = cached(wallFormats, zone, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((candidate) => candidate.type === type)?.value ?? '';
  return {
    date: `${part('year')}-${part('month')}-${part('day')}`,
    hour: Number(part('hour')),
    minute: Number(part('minute')),
  };
}

/** The zone's abbreviation at that instant: CET or CEST; GMT+5:30 where there is none. */
export function zoneName(instant: number, zone: string): string {
  return (
    cached(nameFormats, zone, { timeZoneName: 'short' })
      .formatToParts(instant)
      .find((part) => part.type === 'timeZoneName')?.value ?? zone
  );
}

export function timeOfDay(instant: number, zone: string): string {
  const { hour, minute } = wallClock(instant, zone);
  return `${two(hour)}:${two(minute)}`;
}

/** True where the wall clock shows this time twice that day, because the clocks are set back. */
export function isRepeated(instant: number, zone: string): boolean {
  const here = sameWall(instant, zone);
  return [-HOUR, HOUR, -HOUR / 2, HOUR / 2].some((shift) => sameWall(instant + shift, zone) === here);
}

function sameWall(instant: number, zone: string): string {
  return `${wallClock(instant, zone).date} ${timeOfDay(instant, zone)}`;
}

/** `02:15–02:30`, and with the zone's name where the wall clock shows that time twice. End 24:00 for midnight. */
export function periodLabel(start: number, end: number, zone: string): string {
  const last = timeOfDay(end, zone);
  const label = `${timeOfDay(start, zone)}–${last === '00:00' ? '24:00' : last}`;
  return isRepeated(start, zone) ? `${label} ${zoneName(start, zone)}` : label;
}

/** `2026-11-22 12:00 CET` */
export function dateTime(instant: number, zone: string): string {
  return `${wallClock(instant, zone).date} ${timeOfDay(instant, zone)} ${zoneName(instant, zone)}`;
}

/** The date so many days after a date, both `2026-11-22`. */
export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 24 * HOUR).toISOString().slice(0, 10);
}

export interface HourTick {
  readonly instant: number;
  readonly label: string;
}

/**
 * Whole local hours of `[start, end)` that are multiples of `everyHours`. The hour that a long day has twice is
 * there twice whatever the spacing; the hour that a short day lacks is not there.
 */
export function hourTicks(start: number, end: number, zone: string, everyHours: number): HourTick[] {
  const ticks: HourTick[] = [];
  for (let instant = start; instant < end; instant += HOUR / 2) {
    const { hour, minute } = wallClock(instant, zone);
    if (minute === 0 && (hour % everyHours === 0 || isRepeated(instant, zone))) {
      ticks.push({ instant, label: `${two(hour)}:00` });
    }
  }
  return ticks;
}

/** `23 h` or `25 h` on the days on which the clocks change; undefined on all others. */
export function unusualLength(start: number, end: number): string | undefined {
  const hours = (end - start) / HOUR;
  return hours === 24 ? undefined : `${hours} h`;
}

/** `9:41`, `1:09:41`: what is left, in minutes and seconds; undefined once nothing is left. */
export function countdown(until: number, now: number): string | undefined {
  const left = Math.floor((until - now) / 1000);
  if (left < 0) {
    return undefined;
  }
  const hours = Math.floor(left / 3600);
  const minutes = Math.floor((left % 3600) / 60);
  const seconds = two(left % 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${seconds}` : `${minutes}:${seconds}`;
}

export function duration(milliseconds: number): string {
  return milliseconds < 1000
    ? `${Math.max(0, Math.round(milliseconds))} ms`
    : `${(milliseconds / 1000).toFixed(1)} s`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
