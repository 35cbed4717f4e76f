import { dateTime, wallClock } from '../lib/time';
import { ABSENT } from '../lib/format';

/** An instant of the platform, not of a market: in UTC, to the minute; the seconds stand in its title. */
export function Instant({ at }: { at: string | undefined }) {
  if (at === undefined) {
    return <span className="dim">{ABSENT}</span>;
  }
  const instant = Date.parse(at);
  return (
    <time dateTime={at} title={at} className="num-inline">
      {dateTime(instant, 'UTC')}
    </time>
  );
}

/** `2026-11-22` */
export function dayOf(at: string): string {
  return wallClock(Date.parse(at), 'UTC').date;
}
