import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { MarketFigures } from '../../lib/api/types';
import { decimal } from '../../lib/format';
import { dateTime, timeOfDay, wallClock } from '../../lib/time';
import { linesOf, type Lines } from './lines';

const LINE_COLOURS = 8;
const FONT_PX = 11;
const DAY_SECONDS = 86_400;

/** The mean price of each zone over time, with the values under the cursor above it. The table has every value. */
export function MarketChart({ figures }: { figures: MarketFigures }) {
  const { timeZone, unit, bucket } = figures;
  const lines = useMemo(() => linesOf(figures.items), [figures.items]);
  const [index, setIndex] = useState<number>();
  const box = useRef<HTMLDivElement>(null);
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: false });
  useEffect(() => {
    const element = box.current;
    if (element === null) {
      return undefined;
    }
    const plot = draw(element, lines, timeZone, unit, setIndex);
    const resized = new ResizeObserver(() => {
      plot.setSize({ width: element.clientWidth, height: element.clientHeight });
    });
    resized.observe(element);
    return () => {
      resized.disconnect();
      plot.destroy();
    };
  }, [lines, timeZone, unit, scheme]);
  const at = index === undefined ? undefined : lines.starts[index];
  return (
    <section className="chart panel" aria-label="Chart of mean prices">
      <div className="readout">
        <span className="readout-period num-inline">
          {at === undefined ? unit : placeLabel(at * 1000, timeZone, bucket)}
        </span>
        {lines.zones.map((zone, line) => (
          <span key={zone} className="legend">
            <span className={`swatch line-${line % LINE_COLOURS}`} aria-hidden="true" />
            {zone}
            {index !== undefined && (
              <span className="legend-value">{decimal(lines.means[line]?.[index] ?? undefined, 2)}</span>
            )}
          </span>
        ))}
      </div>
      <div
        ref={box}
        className="chart-box chart-low"
        role="img"
        aria-label={`Mean price by ${bucket} of ${lines.zones.join(', ')}; the table below has every value.`}
      />
    </section>
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

function draw(
  element: HTMLElement,
  lines: Lines,
  timeZone: string,
  unit: string,
  onPlace: (index: number | undefined) => void,
): uPlot {
  const style = getComputedStyle(element);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const axis: uPlot.Axis = {
    font: `${FONT_PX}px ${style.fontFamily}`,
    stroke: colour('--chart-text'),
    grid: { stroke: colour('--chart-grid'), width: 1 },
    ticks: { show: false },
  };
  return new uPlot(
    {
      width: element.clientWidth,
      height: element.clientHeight,
      padding: [14, 12, 0, 4],
      legend: { show: false },
      tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), timeZone),
      cursor: { y: false, drag: { x: false, y: false }, points: { size: 5 } },
      scales: { x: { time: true } },
      axes: [
        {
          ...axis,
          size: 26,
          gap: 6,
          space: 76,
          values: (_plot, splits) => splits.map(tickLabel(splits, timeZone)),
        },
        {
          ...axis,
          size: 52,
          gap: 4,
          values: (_plot, splits) => splits.map((value) => value.toLocaleString('en-GB').replace('-', '−')),
        },
      ],
      series: [
        {},
        ...lines.zones.map((zone, line): uPlot.Series => ({
          label: `${zone} ${unit}`,
          stroke: colour(`--line-${line % LINE_COLOURS}`),
          width: 1.5,
          points: { show: lines.starts.length < 2 },
          spanGaps: false,
        })),
      ],
      hooks: {
        setCursor: [
          (plot) => {
            onPlace(plot.cursor.idx ?? undefined);
          },
        ],
      },
    },
    [[...lines.starts], ...lines.means.map((line) => [...line])],
    element,
  );
}
