import type { AssetKind } from '../../lib/api/types';
import type { Field } from '../../lib/form';

const number = (path: string, label: string, unit: string, more: Partial<Field> = {}): Field => ({
  path,
  label,
  unit,
  kind: 'decimal',
  ...more,
});
const share = (path: string, label: string, hint: string, more: Partial<Field> = {}): Field =>
  number(path, label, '0–1', { hint, ...more });

const hasReservoir = (at: (path: string) => string) =>
  at('hydro.scheme') === 'reservoir' || at('hydro.scheme') === 'pumped';
const pumps = (at: (path: string) => string) => at('hydro.scheme') === 'pumped';
const hasAngles = (at: (path: string) => string) => at('pv.mounting') !== 'dual-axis';

/** What each kind of asset is described by, in the order in which it is asked for. */
export const KINDS: Record<AssetKind, { readonly title: string; readonly fields: readonly Field[] }> = {
  battery: {
    title: 'Battery',
    fields: [
      number('battery.chargePowerMw', 'Charging power', 'MW', { hint: 'From the grid.' }),
      number('battery.dischargePowerMw', 'Discharging power', 'MW', { hint: 'Into the grid.' }),
      number('battery.usableCapacityMwh', 'Usable capacity', 'MWh', { hint: 'Between empty and full.' }),
      share('battery.chargeEfficiency', 'Charging efficiency', 'Stored energy per energy from the grid.'),
      share(
        'battery.dischargeEfficiency',
        'Discharging efficiency',
        'Energy into the grid per stored energy.',
      ),
      share('battery.selfDischargePerHour', 'Self-discharge per hour', 'Share of what is stored.', {
        optional: true,
      }),
      number('battery.degradationCostPerMwh', 'Cost of wear', 'per MWh', {
        hint: 'Currency of the zone per MWh into the grid.',
        optional: true,
      }),
      number('battery.cyclesPerDay', 'Most cycles a day', '', {
        hint: 'Empty: as many as pay.',
        optional: true,
      }),
    ],
  },
  pv: {
    title: 'Photovoltaics',
    fields: [
      number('pv.peakPowerMw', 'Peak power, AC', 'MW', { hint: 'At the grid connection.' }),
      number('pv.dcPeakPowerMw', 'Peak power, DC', 'MWp', {
        hint: 'Of the modules at standard conditions.',
        optional: true,
      }),
      {
        path: 'pv.mounting',
        label: 'Mounting',
        kind: 'choice',
        choices: ['fixed', 'single-axis', 'dual-axis'],
      },
      number('pv.tiltDegrees', 'Tilt', '°', {
        hint: 'Against the horizontal, 0 to 90.',
        when: hasAngles,
        optional: true,
      }),
      number('pv.azimuthDegrees', 'Azimuth', '°', {
        hint: 'Clockwise from north; 180 is south.',
        when: hasAngles,
        optional: true,
      }),
      share('pv.lossesFraction', 'Losses', 'Soiling, wiring, mismatch, conversion.'),
      number('pv.temperatureCoefficientPerKelvin', 'Change per kelvin', '1/K', {
        hint: 'Above 25 °C, for example -0.004.',
        optional: true,
      }),
    ],
  },
  wind: {
    title: 'Wind',
    fields: [
      number('wind.ratedPowerMw', 'Rated power', 'MW', { hint: 'Of the whole farm.' }),
      number('wind.turbineCount', 'Turbines', '', { kind: 'integer' }),
      number('wind.hubHeightM', 'Hub height', 'm'),
      number('wind.rotorDiameterM', 'Rotor diameter', 'm'),
      number('wind.cutInSpeedMPerS', 'Cut-in wind speed', 'm/s'),
      number('wind.ratedSpeedMPerS', 'Rated wind speed', 'm/s'),
      number('wind.cutOutSpeedMPerS', 'Cut-out wind speed', 'm/s'),
      share('wind.wakeLossFraction', 'Wake losses', 'In the lee of other turbines.'),
      share('wind.availabilityFraction', 'Availability', 'Share of the time that a turbine is ready.'),
    ],
  },
  thermal: {
    title: 'Thermal unit',
    fields: [
      {
        path: 'thermal.fuel',
        label: 'Fuel',
        kind: 'choice',
        choices: [
          'natural-gas',
          'hard-coal',
          'lignite',
          'oil',
          'biomass',
          'biogas',
          'waste',
          'nuclear',
          'hydrogen',
          'other',
        ],
      },
      number('thermal.minPowerMw', 'Least stable power', 'MW'),
      number('thermal.maxPowerMw', 'Greatest power', 'MW'),
      number('thermal.rampUpMwPerMin', 'Ramp up', 'MW/min'),
      number('thermal.rampDownMwPerMin', 'Ramp down', 'MW/min'),
      number('thermal.minUpHours', 'Runs at least', 'h'),
      number('thermal.minDownHours', 'Rests at least', 'h'),
      number('thermal.startCost', 'Cost of a start', 'per start', {
        hint: 'Currency of the zone, fuel included.',
      }),
      share('thermal.efficiency', 'Efficiency, net', 'This or the heat rate.', { optional: true }),
      number('thermal.heatRateGjPerMwh', 'Heat rate', 'GJ/MWh', {
        hint: 'This or the efficiency.',
        optional: true,
      }),
      number('thermal.co2TonnesPerMwh', 'CO₂', 't/MWh'),
      number('thermal.variableCostPerMwh', 'Other variable cost', 'per MWh', {
        hint: 'Neither fuel nor allowances.',
      }),
    ],
  },
  hydro: {
    title: 'Hydropower',
    fields: [
      {
        path: 'hydro.scheme',
        label: 'Scheme',
        kind: 'choice',
        choices: ['run-of-river', 'reservoir', 'pumped'],
      },
      number('hydro.turbinePowerMw', 'Turbine power', 'MW'),
      share('hydro.turbineEfficiency', 'Turbine efficiency', 'Energy into the grid per energy of the water.'),
      number('hydro.inflowMw', 'Mean inflow', 'MW', { hint: 'As energy of the water.' }),
      number('hydro.reservoirMinMwh', 'Reservoir, least', 'MWh', { when: hasReservoir }),
      number('hydro.reservoirMaxMwh', 'Reservoir, most', 'MWh', { when: hasReservoir }),
      number('hydro.pumpPowerMw', 'Pump power', 'MW', { when: pumps }),
      share('hydro.pumpEfficiency', 'Pump efficiency', 'Energy of the water per energy from the grid.', {
        when: pumps,
      }),
    ],
  },
  load: {
    title: 'Flexible load',
    fields: [
      number('load.baselineMw', 'Baseline', 'MW', { hint: 'What it consumes unasked.' }),
      number('load.flexibleUpMw', 'Can take more', 'MW'),
      number('load.flexibleDownMw', 'Can take less', 'MW'),
      number('load.maxShiftHours', 'Made up for within', 'h', { hint: '0: it is not made up for.' }),
      number('load.maxCallsPerDay', 'Calls a day', '', { kind: 'integer' }),
      number('load.flexibilityCostPerMwh', 'Cost of moving', 'per MWh', { hint: 'Currency of the zone.' }),
    ],
  },
};

export const KIND_NAMES = Object.keys(KINDS) as AssetKind[];

export const SITE_FIELDS: readonly Field[] = [
  { path: 'name', label: 'Name', kind: 'text' },
  { path: 'zoneCode', label: 'Bidding zone', kind: 'choice' },
  number('location.latitude', 'Latitude', '°', { hint: 'North is positive.', optional: true }),
  number('location.longitude', 'Longitude', '°', { hint: 'East is positive.', optional: true }),
  number('gridConnection.importLimitMw', 'Most from the grid', 'MW', {
    hint: 'Empty: not known.',
    optional: true,
  }),
  number('gridConnection.exportLimitMw', 'Most into the grid', 'MW', {
    hint: 'Empty: not known.',
    optional: true,
  }),
];
