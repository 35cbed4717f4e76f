import type { ReactNode } from 'react';
import { LINE_COLOURS } from '../../components/LineChart';
import { Instant } from '../../components/Instant';
import { SimulatedBadge } from '../../components/StateBadge';
import type { PriceStatistics } from '../../lib/api/types';
import { ABSENT, decimal, digitsFor, percent } from '../../lib/format';
import { dateTime } from '../../lib/time';

interface Figure {
  readonly title: string;
  readonly unit?: string;
  readonly show: (zone: PriceStatistics) => ReactNode;
}

/** What the prices of zones were like: a column for each zone, so that they can be compared. */
export function StatisticsTable({ zones }: { zones: readonly PriceStatistics[] }) {
  return (
    <section className="panel section" aria-labelledby="statistics-title">
      <h2 id="statistics-title">Prices</h2>
      <div className="table-scroll" role="region" aria-label="Statistics of prices" tabIndex={0}>
        <table className="data compare">
          <thead>
            <tr>
              <td />
              {zones.map((zone, line) => (
                <th key={zone.zoneCode} scope="col" className="num">
                  <span className="zone-head">
                    <span className={`swatch line-${line % LINE_COLOURS}`} aria-hidden="true" />
                    <bdi className="cell">{zone.zoneCode}</bdi>
                    {zone.simulated && <SimulatedBadge />}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {figuresOf(zones).map(({ title, unit, show }) => (
              <tr key={title}>
                <th scope="row">
                  {title}
                  {unit !== undefined && <span className="unit"> {unit}</span>}
                </th>
                {zones.map((zone) => (
                  <td key={zone.zoneCode} className="num">
                    {show(zone)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="dim small">
        An hour weighs as much as four quarter-hours. Peak is Monday to Friday from 08:00 to 20:00 by the
        market&apos;s clock, public holidays too.
      </p>
    </section>
  );
}

function figuresOf(zones: readonly PriceStatistics[]): Figure[] {
  const unit = zones[0]?.unit ?? '';
  const price = (title: string, value: (zone: PriceStatistics) => number | undefined): Figure => ({
    title,
    unit,
    show: (zone) => decimal(value(zone), 2),
  });
  return [
    price('Mean', (zone) => zone.meanPrice),
    price('Mean, peak', (zone) => zone.peak.meanPrice),
    price('Mean, off-peak', (zone) => zone.offPeak.meanPrice),
    price('Standard deviation', (zone) => zone.standardDeviation),
    extreme('Lowest', unit, 'minPrice', 'minPriceStart'),
    ...sharesOf(zones).map((share) =>
      price(share === 0.5 ? 'Median' : `${decimal(share * 100, 0)} % quantile`, ({ quantiles }) => {
        return quantiles.find((each) => each.share === share)?.price;
      }),
    ),
    extreme('Highest', unit, 'maxPrice', 'maxPriceStart'),
    part('Below zero', 'negativeHours', 'negativeShare'),
    part('Exactly zero', 'zeroHours', 'zeroShare'),
    { title: 'With a price', unit: 'h', show: ({ hours }) => inHours(hours) },
    { title: 'Missing', unit: 'periods', show: ({ missingPeriods }) => decimal(missingPeriods, 0) },
    { title: 'Newest price published', show: ({ knownUntil }) => <Instant at={knownUntil} /> },
  ];
}

/** The same for all zones that have a price. */
function sharesOf(zones: readonly PriceStatistics[]): number[] {
  const { quantiles } = zones.find((zone) => zone.quantiles.length > 0) ?? { quantiles: [] };
  return quantiles.map(({ share }) => share);
}

function extreme(
  title: string,
  unit: string,
  price: 'minPrice' | 'maxPrice',
  start: 'minPriceStart' | 'maxPriceStart',
): Figure {
  return {
    title,
    unit,
    show: (zone) => {
      const at = zone[start];
      return (
        <>
          {decimal(zone[price], 2)}
          {at !== undefined && (
            <time dateTime={at} title={at} className="dim small">
              {dateTime(Date.parse(at), zone.timeZone)}
            </time>
          )}
        </>
      );
    },
  };
}

function part(
  title: string,
  hours: 'negativeHours' | 'zeroHours',
  share: 'negativeShare' | 'zeroShare',
): Figure {
  return {
    title,
    unit: 'h',
    show: (zone) =>
      zone.periods === 0 ? (
        ABSENT
      ) : (
        <>
          {inHours(zone[hours])}
          <span className="dim small">{percent(zone[share])}</span>
        </>
      ),
  };
}

export function inHours(hours: number): string {
  return decimal(hours, digitsFor([hours], 0, 2));
}
