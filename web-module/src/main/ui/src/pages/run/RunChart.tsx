import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type uPlot from 'uplot';
import type { BidRun, BidRunPeriod } from '../../lib/api/types';
import { placeAfter } from '../../lib/arrows';
import { decimal, digitsFor } from '../../lib/format';
import { periodLabel } from '../../lib/time';
import { SERIES, chartData, valueOf, type SeriesKey } from './chartData';
import { drawPlot, pointAt } from './plot';

interface Props {
  readonly run: BidRun;
  readonly periods: readonly BidRunPeriod[];
}

/** Prices, forecast, schedule and state of charge in one chart, with the values under the cursor above it. */
export function RunChart({ run, periods }: Props) {
  const { timeZone, priceUnit, startMwh } = run;
  const data = useMemo(() => chartData(periods, startMwh), [periods, startMwh]);
  const [hidden, setHidden] = useState<ReadonlySet<SeriesKey>>(new Set(['perfect']));
  const [index, setIndex] = useState<number>();
  const box = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot>(undefined);
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: false });

  useEffect(() => {
    const element = box.current;
    if (element === null) {
      return undefined;
    }
    const drawn = drawPlot(element, { data, timeZone, priceUnit, hidden, onPeriod: setIndex });
    plot.current = drawn;
    const resized = new ResizeObserver(() => {
      drawn.setSize({ width: element.clientWidth, height: element.clientHeight });
    });
    resized.observe(element);
    return () => {
      resized.disconnect();
      drawn.destroy();
      plot.current = undefined;
    };
  }, [data, timeZone, priceUnit, hidden, scheme]);

  const toggle = (key: SeriesKey) => {
    setHidden(
      hidden.has(key) ? new Set([...hidden].filter((each) => each !== key)) : new Set([...hidden, key]),
    );
  };
  const move = (event: KeyboardEvent) => {
    const next = placeAfter(event.key, index, periods.length);
    if (next !== undefined && plot.current !== undefined) {
      event.preventDefault();
      pointAt(plot.current, data, next);
    }
  };
  return (
    <section className="chart panel" aria-label="Chart of prices, power and state of charge">
      <Readout run={run} periods={periods} index={index} hidden={hidden} onToggle={toggle} />
      <div
        ref={box}
        className="chart-box"
        role="group"
        tabIndex={0}
        aria-label={`Chart of ${periods.length} periods. Left and right arrow keys move by one period; the table Periods has every value.`}
        onKeyDown={move}
      />
    </section>
  );
}

interface ReadoutProps extends Props {
  readonly index: number | undefined;
  readonly hidden: ReadonlySet<SeriesKey>;
  readonly onToggle: (key: SeriesKey) => void;
}

/** The legend; under the cursor, with values. It keeps its place, so that nothing jumps. */
function Readout({ run, periods, index, hidden, onToggle }: ReadoutProps) {
  const period = index === undefined ? undefined : periods[index];
  const present = useMemo(
    () => SERIES.filter(({ key }) => periods.some((each) => valueOf(key, each) !== undefined)),
    [periods],
  );
  const unit = { price: run.priceUnit, mw: 'MW', mwh: 'MWh' };
  return (
    <div className="readout">
      <span className="readout-period num-inline" aria-live="polite">
        {period === undefined
          ? `${periods.length} periods`
          : `${period.period} · ${periodLabel(Date.parse(period.start), Date.parse(period.end), run.timeZone)}`}
      </span>
      {present.map(({ key, label, scale, digits }) => {
        const value = period === undefined ? undefined : valueOf(key, period);
        return (
          <button
            key={key}
            type="button"
            className="legend"
            aria-pressed={!hidden.has(key)}
            title={hidden.has(key) ? `Show ${label}` : `Hide ${label}`}
            onClick={() => {
              onToggle(key);
            }}
          >
            <span className={`swatch swatch-${key}`} aria-hidden="true" />
            {label}
            {period !== undefined && (
              <span className="legend-value">
                {decimal(value, digitsFor([value], scale === 'price' ? 2 : 1, digits))}{' '}
                <span className="unit">{unit[scale]}</span>
              </span>
            )}
          </button>
        );
      })}
    </div>
  );
}
