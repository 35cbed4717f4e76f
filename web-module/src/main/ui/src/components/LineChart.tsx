import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { placeAfter } from '../lib/arrows';
import { decimal } from '../lib/format';
import { SimulatedBadge } from './StateBadge';

export const LINE_COLOURS = 8;
const FONT_PX = 11;

/** What the lines stand over. */
export interface Across {
  /** Where the places are instants, in seconds, of this time zone. */
  readonly timeZone?: string;
  readonly labels: (splits: readonly number[]) => string[];
}

interface Drawn {
  readonly names: readonly string[];
  /** Ascending. */
  readonly places: readonly number[];
  /** Of each name at each place; null where there is none. */
  readonly values: readonly (readonly (number | null)[])[];
  readonly unit: string;
  readonly across: Across;
}

interface Props extends Drawn {
  readonly title: string;
  /** What it shows, and where the same stands as numbers. */
  readonly description: string;
  readonly simulated?: ReadonlySet<string>;
  readonly placeLabel: (place: number) => string;
}

/** One line for each name, with the values under the cursor above them. */
export function LineChart({ title, description, simulated, placeLabel, ...drawn }: Props) {
  const { names, places, values, unit, across } = drawn;
  const [index, setIndex] = useState<number>();
  const box = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot>(undefined);
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: false });
  useEffect(() => {
    const element = box.current;
    if (element === null) {
      return undefined;
    }
    const lines = draw(element, { names, places, values, unit, across }, setIndex);
    plot.current = lines;
    const resized = new ResizeObserver(() => {
      lines.setSize({ width: element.clientWidth, height: element.clientHeight });
    });
    resized.observe(element);
    return () => {
      resized.disconnect();
      lines.destroy();
      plot.current = undefined;
    };
  }, [names, places, values, unit, across, scheme]);
  const at = index === undefined ? undefined : places[index];
  return (
    <section className="chart panel" aria-label={title}>
      <div className="readout">
        <span className="readout-period num-inline" aria-live="polite">
          {at === undefined ? unit : `${placeLabel(at)} · ${unit}`}
        </span>
        {names.map((name, line) => (
          <span key={name} className="legend">
            <span className={`swatch line-${line % LINE_COLOURS}`} aria-hidden="true" />
            {name}
            {simulated?.has(name) && <SimulatedBadge />}
            {index !== undefined && (
              <span className="legend-value">{decimal(values[line]?.[index] ?? undefined, 2)}</span>
            )}
          </span>
        ))}
      </div>
      <div
        ref={box}
        className="chart-box chart-low"
        role="group"
        tabIndex={0}
        aria-label={`${description} Left and right arrow keys move over the chart.`}
        onKeyDown={(event) => {
          const next = placeAfter(event.key, index, places.length);
          const place = next === undefined ? undefined : places[next];
          if (place !== undefined && plot.current !== undefined) {
            event.preventDefault();
            plot.current.setCursor({ left: plot.current.valToPos(place, 'x'), top: 0 });
          }
        }}
      />
    </section>
  );
}

function draw(
  element: HTMLElement,
  { names, places, values, unit, across }: Drawn,
  onPlace: (index: number | undefined) => void,
): uPlot {
  const style = getComputedStyle(element);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const { timeZone, labels } = across;
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
      ...(timeZone !== undefined && {
        tzDate: (seconds: number) => uPlot.tzDate(new Date(seconds * 1000), timeZone),
      }),
      cursor: { y: false, drag: { x: false, y: false }, points: { size: 5 } },
      scales: { x: { time: timeZone !== undefined } },
      axes: [
        { ...axis, size: 26, gap: 6, space: 76, values: (_plot, splits) => labels(splits) },
        {
          ...axis,
          size: 52,
          gap: 4,
          values: (_plot, splits) => splits.map((value) => value.toLocaleString('en-GB').replace('-', '−')),
        },
      ],
      series: [
        {},
        ...names.map((name, line): uPlot.Series => ({
          label: `${name} ${unit}`,
          stroke: colour(`--line-${line % LINE_COLOURS}`),
          width: 1.5,
          points: { show: places.length < 2 },
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
    [[...places], ...values.map((line) => [...line])],
    element,
  );
}
