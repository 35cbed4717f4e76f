import { Button, FileInput, NativeSelect } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Dialog } from '../../components/Dialog';
import { ProblemNotice } from '../../components/ProblemNotice';
import { useApi } from '../../lib/api/context';
import type { FileKind, FileReport } from '../../lib/api/types';

/** What operators publish; of all but the first no file was at hand when their reader was written. */
const KINDS: readonly { readonly value: FileKind; readonly label: string }[] = [
  { value: 'entsoe-day-ahead-prices', label: 'ENTSO-E, day-ahead prices (12.1.D)' },
  { value: 'ercot-settlement-point-prices', label: 'ERCOT, settlement point prices (not verified)' },
  { value: 'iex-prices', label: 'IEX, prices by quarter-hour (not verified)' },
  { value: 'caiso-locational-prices', label: 'CAISO, PRC_LMP (not verified)' },
  { value: 'gme-day-ahead-prices', label: 'GME, MGP prices (not verified)' },
];

/** Takes a file of an operator in, and says what became of it. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const api = useApi();
  const queries = useQueryClient();
  const [kind, setKind] = useState<FileKind>('entsoe-day-ahead-prices');
  const [file, setFile] = useState<File | null>(null);
  const taken = useMutation({
    mutationFn: (chosen: File) => api.importFile(kind, chosen),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['market-data-files'] }),
  });
  return (
    <Dialog title="Import a file" onClose={onClose}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (file !== null) {
            taken.mutate(file);
          }
        }}
      >
        {taken.error !== null && <ProblemNotice error={taken.error} />}
        <NativeSelect
          label="Kind"
          value={kind}
          data={[...KINDS]}
          onChange={(event) => {
            setKind(event.currentTarget.value as FileKind);
            taken.reset();
          }}
        />
        <FileInput
          label="File"
          description="As it was published; gzip, zip and XLSX are unpacked."
          placeholder="Choose a file"
          value={file}
          onChange={(chosen) => {
            setFile(chosen);
            taken.reset();
          }}
        />
        {taken.isPending && <p role="status">Importing… A month of all zones takes some ten seconds.</p>}
        {taken.data !== undefined && <p role="status">{outcome(taken.data)}</p>}
        <footer className="dialog-foot">
          <Button variant="default" onClick={onClose}>
            {taken.data === undefined ? 'Cancel' : 'Close'}
          </Button>
          <Button
            type="submit"
            loading={taken.isPending}
            disabled={file === null || taken.data !== undefined}
          >
            Import
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}

function outcome({ file, imports }: FileReport): string {
  const stored = imports.reduce((sum, zone) => sum + zone.pricesStored, 0);
  const revised = imports.reduce((sum, zone) => sum + zone.pricesRevised, 0);
  return (
    `${counted(file.rowsRead, 'row')} read: ${counted(stored, 'price')} stored and ${String(revised)} revised in ` +
    `${counted(imports.length, 'zone')}, ${counted(file.rowsQuarantined, 'row')} in the quarantine.`
  );
}

function counted(number: number, what: string): string {
  return `${String(number)} ${what}${number === 1 ? '' : 's'}`;
}
