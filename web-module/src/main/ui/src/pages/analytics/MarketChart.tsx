import { useMemo } from 'react';
import { LineChart, type Across } from '../../components/LineChart';
import type { MarketFigures } from '../../lib/api/types';
import { dateTime, timeOfDay, wallClock } from '../../lib/time';
import { linesOf } from './lines';

const DAY_SECONDS = 86_400;

/** The mean price of each zone over time. The table has every value. */
export function MarketChart({ figures }: { figures: MarketFigures }) {
  const { timeZone, unit, bucket } = figures;
  const lines = useMemo(() => linesOf(figures.items), [figures.items]);
  const across = useMemo(
    (): Across => ({ timeZone, labels: (splits) => splits.map(tickLabel(splits, timeZone)) }),
    [timeZone],
  );
  return (
    <LineChart
      title="Chart of mean prices"
      description={`Mean price by ${bucket} of ${lines.zones.join(', ')}; the table below has every value.`}
      names={lines.zones}
      places={lines.starts}
      values={lines.means}
      unit={unit}
      across={across}
      placeLabel={(seconds) => placeLabel(seconds * 1000, timeZone, bucket)}
    />
  );
}

function placeLabel(instant: number, timeZone: string, bucket: MarketFigures['bucket']): string {
  const { date } = wallClock(instant, timeZone);
  switch (bucket) {
    case 'hour':
      return dateTime(instant, timeZone);
    case 'day':
      return date;
    case 'month':
      return date.slice(0, 7);
  }
}

/** The date, and the time of day where the labels are closer than a day. */
function tickLabel(splits: readonly number[], timeZone: string): (seconds: number) => string {
  const [first = 0, second = first + DAY_SECONDS] = splits;
  return (seconds) => {
    const time = timeOfDay(seconds * 1000, timeZone);
    const { date } = wallClock(seconds * 1000, timeZone);
    return second - first < DAY_SECONDS && time !== '00:00' ? time : date;
  };
}
