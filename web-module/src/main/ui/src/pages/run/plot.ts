import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { hourTicks, isRepeated, zoneName, type HourTick } from '../../lib/time';
import {
  SERIES,
  extent,
  periodAt,
  rangeInBand,
  roundTicks,
  type Band,
  type ChartData,
  type ScaleKey,
  type SeriesKey,
} from './chartData';

const WHOLE: Band = { from: 0, to: 1 };
const UPPER: Band = { from: 0.44, to: 1 };
const LOWER: Band = { from: 0.01, to: 0.37 };
const FONT_PX = 11;
const HOUR = 3_600_000;

export interface PlotInput {
  readonly data: ChartData;
  readonly timeZone: string;
  readonly priceUnit: string;
  readonly hidden: ReadonlySet<SeriesKey>;
  readonly onPeriod: (index: number | undefined) => void;
}

/**
 * One plot over one time axis: prices above, power and state of charge below, each on its own scale, so that lines
 * of different units never cross. The x axis is linear in time; only its labels are the market's wall clock.
 */
export function drawPlot(element: HTMLElement, input: PlotInput): uPlot {
  const { data } = input;
  return new uPlot(
    {
      width: element.clientWidth,
      height: element.clientHeight,
      padding: [18, 8, 0, 4],
      legend: { show: false },
      cursor: { y: false, drag: { x: false, y: false }, points: { show: false } },
      scales: scalesFor(data),
      axes: axesFor(element, input),
      series: [{}, ...SERIES.map(({ key, scale }) => seriesFor(element, key, scale, input.hidden))],
      hooks: {
        draw: [
          (plot) => {
            drawUnits(plot, element, input);
          },
        ],
        setCursor: [
          (plot) => {
            const { left } = plot.cursor;
            input.onPeriod(
              left === undefined || left < 0 ? undefined : periodAt(data.bounds, plot.posToVal(left, 'x')),
            );
          },
        ],
      },
    },
    [[...data.bounds], ...SERIES.map(({ key }) => data.values[key])],
    element,
  );
}

/** Puts the cursor into the middle of a period, as the keyboard does. */
export function pointAt(plot: uPlot, data: ChartData, index: number): void {
  const from = data.bounds[index];
  const to = data.bounds[index + 1];
  if (from !== undefined && to !== undefined) {
    plot.setCursor({ left: plot.valToPos((from + to) / 2, 'x'), top: 0 });
  }
}

function colour(element: HTMLElement, name: string): string {
  return getComputedStyle(element).getPropertyValue(`--chart-${name}`).trim();
}

function bandOf(data: ChartData, scale: ScaleKey): Band {
  const hasPlan = extent(data, 'mw') !== undefined || extent(data, 'mwh') !== undefined;
  const hasPrice = extent(data, 'price') !== undefined;
  if (!hasPlan || !hasPrice) {
    return WHOLE;
  }
  return scale === 'price' ? UPPER : LOWER;
}

function scalesFor(data: ChartData): uPlot.Scales {
  const scale = (key: ScaleKey): uPlot.Scale => {
    const [low, high] = extent(data, key) ?? [0, 1];
    return { auto: false, range: rangeInBand(low, high, bandOf(data, key)) };
  };
  return {
    x: { time: false, auto: false, range: [data.bounds[0] ?? 0, data.bounds.at(-1) ?? 1] },
    price: scale('price'),
    mw: scale('mw'),
    mwh: scale('mwh'),
  };
}

function axesFor(element: HTMLElement, input: PlotInput): uPlot.Axis[] {
  const { data } = input;
  const common = {
    font: `${FONT_PX}px ${getComputedStyle(element).fontFamily}`,
    stroke: colour(element, 'text'),
    grid: { stroke: colour(element, 'grid'), width: 1 },
    ticks: { show: false },
  };
  const scaleAxis = (scale: ScaleKey, side: 1 | 3, size: number, grid: boolean): uPlot.Axis => ({
    ...common,
    scale,
    // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- uPlot's ambient const enum has no value here
    side,
    size,
    gap: 4,
    show: extent(data, scale) !== undefined,
    grid: { ...common.grid, show: grid },
    splits: (plot) => {
      const [low, high] = extent(data, scale) ?? [0, 1];
      const band = bandOf(data, scale);
      return roundTicks(low, high, (plot.height * (band.to - band.from)) / (scale === 'price' ? 34 : 30));
    },
    values: (_plot, splits) => splits.map((value) => value.toLocaleString('en-GB').replace('-', '−')),
  });
  return [
    {
      ...common,
      size: 34,
      gap: 6,
      splits: (plot) => ticksFor(plot, input).map((tick) => tick.instant / 1000),
      values: (plot) => ticksFor(plot, input).map((tick) => tick.label),
    },
    // The power axis stands in the same gutter as the price axis, below it.
    scaleAxis('mw', 3, extent(data, 'price') === undefined ? 52 : 0, true),
    scaleAxis('price', 3, 52, true),
    scaleAxis('mwh', 1, 40, false),
  ];
}

/**
 * Labels as dense as they fit, 24:00 at the end. The hour that a long day has twice is named with its zone: 02:00
 * CEST, 02:00 CET.
 */
function ticksFor(plot: uPlot, { data, timeZone }: PlotInput): HourTick[] {
  const start = (data.bounds[0] ?? 0) * 1000;
  const end = (data.bounds.at(-1) ?? 0) * 1000;
  const hourPx = plot.width / ((end - start) / HOUR);
  const every = [1, 2, 3, 4, 6].find((hours) => hours * hourPx > 42) ?? 6;
  const ticks = hourTicks(start, end, timeZone, every);
  ticks.push({ instant: end, label: '24:00' });
  const short = ticks.some(
    ({ instant }, index) => (instant - (ticks[index - 1]?.instant ?? 0)) * hourPx < 32 * HOUR,
  );
  return ticks.map(({ instant, label }) => {
    if (short) {
      return { instant, label: label.slice(0, 2) };
    }
    const repeated = instant < end && isRepeated(instant, timeZone);
    return { instant, label: repeated ? `${label}\n${zoneName(instant, timeZone)}` : label };
  });
}

function seriesFor(
  element: HTMLElement,
  key: SeriesKey,
  scale: ScaleKey,
  hidden: ReadonlySet<SeriesKey>,
): uPlot.Series {
  const stroke = colour(element, key);
  const stepped = uPlot.paths.stepped?.({ align: 1 });
  const line: uPlot.Series = {
    scale,
    stroke,
    width: 1.5,
    show: !hidden.has(key),
    points: { show: false },
    ...(scale !== 'mwh' && stepped && { paths: stepped }),
  };
  switch (key) {
    case 'published':
      return { ...line, width: 2 };
    case 'forecast':
    case 'plan':
    case 'planCharge':
      return { ...line, dash: [5, 3] };
    case 'perfect':
      return { ...line, dash: [2, 2] };
    case 'delivered':
      return { ...line, width: 1, fill: colour(element, 'delivered-fill'), fillTo: 0 };
    case 'charge':
      return line;
  }
}

/** The unit of each scale at its upper end, and the zero of the lower band. */
function drawUnits(plot: uPlot, element: HTMLElement, { data, priceUnit }: PlotInput): void {
  const { ctx, bbox } = plot;
  const ratio = uPlot.pxRatio;
  ctx.save();
  ctx.font = `${FONT_PX * ratio}px ${getComputedStyle(element).fontFamily}`;
  ctx.fillStyle = colour(element, 'text');
  const write = (text: string, x: number, y: number, align: CanvasTextAlign) => {
    ctx.textAlign = align;
    ctx.fillText(text, x, y);
  };
  if (extent(data, 'price') !== undefined) {
    write(priceUnit, 4 * ratio, bbox.top - 7 * ratio, 'left');
  }
  const band = bandOf(data, 'mw');
  const top = bbox.top + bbox.height * (1 - band.to) - 7 * ratio;
  if (extent(data, 'mw') !== undefined) {
    write('MW: + sells, − buys', bbox.left + 6 * ratio, top, 'left');
    const zero = Math.round(plot.valToPos(0, 'mw', true)) + 0.5;
    ctx.strokeStyle = colour(element, 'zero');
    ctx.lineWidth = ratio;
    ctx.beginPath();
    ctx.moveTo(bbox.left, zero);
    ctx.lineTo(bbox.left + bbox.width, zero);
    ctx.stroke();
  }
  if (extent(data, 'mwh') !== undefined) {
    write('MWh', bbox.left + bbox.width + 34 * ratio, top, 'right');
  }
  ctx.restore();
}
