import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useRef, useState, type SyntheticEvent } from 'react';
import { ProblemNotice } from '../../components/ProblemNotice';
import { SimulatedBadge } from '../../components/StateBadge';
import { addressOf, go } from '../../lib/route';
import { useBatteries, useCoverage, useProducts, useStartRun } from '../../lib/api/queries';
import { newKey } from '../../lib/api/transport';
import type { Battery, Coverage } from '../../lib/api/types';
import { decimal, digitsFor } from '../../lib/format';
import { BID_STYLES, EMPTY_DRAFT, FORECASTERS, errorsOf, requestOf, type Draft } from './draft';

/** Starts a bid run. What nobody touched follows the data: the only asset, the last day with prices. */
export function NewRunForm({ readOnly }: { readOnly: boolean }) {
  const form = useNewRun();
  const { draft, change, errors, assets, products, traded, asset, coverage } = form;
  const sources = [assets, products, coverage];
  const broken = sources.find((source) => source.error !== null);
  return (
    <form className="panel new-run" onSubmit={form.submit} aria-labelledby="new-run-title" noValidate>
      <h2 id="new-run-title">New bid run</h2>
      {broken !== undefined && (
        <ProblemNotice
          error={broken.error}
          onRetry={() => {
            void broken.refetch();
          }}
        />
      )}
      {assets.data?.length === 0 && (
        <p className="dim">
          No battery yet. <a href={addressOf('assets', 'new')}>Add one</a>; bid runs are for batteries.
        </p>
      )}
      <NativeSelect
        label="Asset"
        size="xs"
        value={draft.assetId}
        error={errors.assetId}
        disabled={!assets.data?.length}
        data={
          assets.data?.map((each) => ({ value: each.id, label: `${each.name} · ${each.zoneCode}` })) ?? []
        }
        onChange={(event) => {
          change({ assetId: event.currentTarget.value });
        }}
      />
      {asset?.battery !== undefined && <BatteryLine battery={asset.battery} />}
      <div className="pair">
        <NativeSelect
          label="Product"
          size="xs"
          value={draft.productCode}
          error={errors.productCode}
          disabled={!traded?.length}
          data={traded?.map((each) => ({ value: each.code, label: each.code })) ?? []}
          onChange={(event) => {
            change({ productCode: event.currentTarget.value });
          }}
        />
        <TextInput
          label="Delivery date"
          size="xs"
          type="date"
          value={draft.deliveryDate}
          error={errors.deliveryDate}
          onChange={(event) => {
            change({ deliveryDate: event.currentTarget.value });
          }}
        />
      </div>
      {asset !== undefined && traded?.length === 0 && (
        <p className="dim facts">No product is traded in {asset.zoneCode}.</p>
      )}
      {coverage.data !== undefined && <CoverageLine coverage={coverage.data} />}
      <div className="pair">
        <NativeSelect
          label="Forecaster"
          size="xs"
          value={draft.forecaster}
          data={FORECASTERS}
          onChange={(event) => {
            change({ forecaster: event.currentTarget.value as Draft['forecaster'] });
          }}
        />
        <NativeSelect
          label="Bid style"
          size="xs"
          value={draft.bidStyle}
          data={BID_STYLES}
          onChange={(event) => {
            change({ bidStyle: event.currentTarget.value as Draft['bidStyle'] });
          }}
        />
      </div>
      <Advanced form={form} />
      {form.refusal !== null && <ProblemNotice error={form.refusal} />}
      <Button
        type="submit"
        size="xs"
        fullWidth
        loading={form.busy}
        disabled={readOnly || !assets.data?.length}
      >
        Start bid run
      </Button>
      {readOnly && (
        <p className="dim facts">
          Your role may look, not bid. A trader of your organisation can start runs.
        </p>
      )}
    </form>
  );
}

function Advanced({ form }: { form: ReturnType<typeof useNewRun> }) {
  const { draft, change, errors } = form;
  return (
    <details className="advanced" open={errors.startMwh || errors.endMwh ? true : undefined}>
      <summary>Advanced</summary>
      <TextInput
        label="Known as of (UTC)"
        description="Only prices known at this instant are used. Empty: now, or the last minute before the gate closed."
        size="xs"
        type="datetime-local"
        value={draft.asOf}
        onChange={(event) => {
          change({ asOf: event.currentTarget.value });
        }}
      />
      <div className="pair">
        <TextInput
          label="Charge at start, MWh"
          size="xs"
          inputMode="decimal"
          placeholder="0"
          value={draft.startMwh}
          error={errors.startMwh}
          onChange={(event) => {
            change({ startMwh: event.currentTarget.value });
          }}
        />
        <TextInput
          label="Charge at end, MWh"
          size="xs"
          inputMode="decimal"
          placeholder={draft.endFree ? 'free' : '0'}
          disabled={draft.endFree}
          value={draft.endFree ? '' : draft.endMwh}
          error={errors.endMwh}
          onChange={(event) => {
            change({ endMwh: event.currentTarget.value });
          }}
        />
      </div>
      <Checkbox
        label="Leave the charge at the end free"
        size="xs"
        checked={draft.endFree}
        onChange={(event) => {
          change({ endFree: event.currentTarget.checked });
        }}
      />
    </details>
  );
}

function BatteryLine({ battery }: { battery: Battery }) {
  const short = (value: number) => decimal(value, digitsFor([value], 0, 3));
  return (
    <p className="dim facts">
      {short(battery.dischargePowerMw)} MW out · {short(battery.chargePowerMw)} MW in ·{' '}
      {short(battery.usableCapacityMwh)} MWh
      {battery.cyclesPerDay !== undefined &&
        ` · ${short(battery.cyclesPerDay)} ${battery.cyclesPerDay === 1 ? 'cycle' : 'cycles'}/day`}
    </p>
  );
}

function CoverageLine({ coverage }: { coverage: Coverage }) {
  if (coverage.lastDeliveryDate === undefined) {
    return <p className="dim facts">No prices for this product and zone yet: import some first.</p>;
  }
  return (
    <p className="dim facts">
      Prices {coverage.firstDeliveryDate} to {coverage.lastDeliveryDate}{' '}
      {coverage.simulated && <SimulatedBadge />}
    </p>
  );
}

function useNewRun() {
  const [typed, setTyped] = useState<Partial<Draft>>({});
  const [pressed, setPressed] = useState(false);
  const key = useRef<string>(undefined);
  const assets = useBatteries();
  const products = useProducts();
  const start = useStartRun();

  const asset = assets.data?.find((each) => each.id === typed.assetId) ?? assets.data?.[0];
  const traded = products.data?.filter(
    (each) => asset !== undefined && each.wholeDay && each.zoneCodes.includes(asset.zoneCode),
  );
  const productCode = (traded?.find((each) => each.code === typed.productCode) ?? traded?.[0])?.code;
  const coverage = useCoverage(productCode, asset?.zoneCode);
  const draft: Draft = {
    ...EMPTY_DRAFT,
    deliveryDate: coverage.data?.lastDeliveryDate ?? '',
    ...typed,
    assetId: asset?.id ?? '',
    productCode: productCode ?? '',
  };
  const errors = errorsOf(draft, asset?.battery?.usableCapacityMwh);

  const change = (part: Partial<Draft>) => {
    key.current = undefined;
    setTyped({ ...typed, ...part });
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setPressed(true);
    if (Object.keys(errors).length > 0 || start.isPending) {
      return;
    }
    // Kept until an answer comes: pressed again after a lost connection, it must not start a second run.
    key.current ??= newKey();
    start.mutate(
      { request: requestOf(draft), key: key.current },
      {
        onSuccess: (run) => {
          key.current = undefined;
          setPressed(false);
          go(addressOf('runs', run.id));
        },
      },
    );
  };
  return {
    draft,
    change,
    submit,
    asset,
    assets,
    products,
    traded,
    coverage,
    errors: pressed ? errors : {},
    busy: start.isPending,
    refusal: start.error,
  };
}
