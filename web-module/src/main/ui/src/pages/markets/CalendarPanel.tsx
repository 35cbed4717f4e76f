import { DataTable, type Column } from '../../components/DataTable';
import { Loaded } from '../../components/Loaded';
import { useCalendar } from '../../lib/api/queries';
import type { CalendarDay } from '../../lib/api/types';
import { useNow } from '../../lib/now';
import { dateTime, daysAfter, wallClock } from '../../lib/time';

const DAYS = 14;

/** The coming delivery days of a product: how long they are, when they are sold, and who has a holiday. */
export function CalendarPanel({ code, timeZone }: { code: string; timeZone: string }) {
  const today = wallClock(useNow(), timeZone).date;
  const calendar = useCalendar(code, today, daysAfter(today, DAYS - 1));
  return (
    <section className="panel section" aria-labelledby="calendar">
      <header className="page-head">
        <h2 id="calendar">Coming days</h2>
      </header>
      <Loaded query={calendar} what="the days">
        {(days) => (
          <DataTable
            label="Calendar"
            rows={days}
            columns={COLUMNS}
            rowKey={({ deliveryDate }) => deliveryDate}
          />
        )}
      </Loaded>
    </section>
  );
}

const COLUMNS: Column<CalendarDay>[] = [
  {
    key: 'delivery',
    title: 'Delivery',
    text: true,
    value: ({ deliveryDate }) => deliveryDate,
    show: ({ deliveryDate }) => `${weekday(deliveryDate)} ${deliveryDate}`,
  },
  { key: 'hours', title: 'Length', unit: 'h', value: ({ hours }) => hours, show: ({ hours }) => hours },
  {
    key: 'periods',
    title: 'Periods',
    value: ({ periods }) => periods,
    show: ({ periods, periodMinutes }) => `${String(periods)} × ${String(periodMinutes)} min`,
  },
  {
    key: 'closes',
    title: 'First gate closes',
    text: true,
    value: ({ closes }) => closes,
    show: ({ closes, timeZone }) => (
      <time dateTime={closes} title={closes} className="num-inline">
        {dateTime(Date.parse(closes), timeZone)}
      </time>
    ),
  },
  {
    key: 'free',
    title: 'Free',
    text: true,
    value: (day) => marks(day).join(),
    show: (day) => (
      <span className="prose">
        {marks(day).map((mark) => (
          <span key={mark} className="tag tag-neutral">
            {mark}
          </span>
        ))}
      </span>
    ),
  },
];

function weekday(date: string): string {
  return new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' }).format(Date.parse(date));
}

/** `weekend`, and each holiday once with those who have it: `Christmas Day: BE, DE`. */
function marks({ weekend, holidays }: CalendarDay): string[] {
  const areas = new Map<string, string[]>();
  for (const { name, area } of holidays) {
    areas.set(name, [...(areas.get(name) ?? []), area]);
  }
  const named = [...areas].map(([name, those]) => `${name}: ${those.join(', ')}`);
  return weekend ? ['weekend', ...named] : named;
}
