import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { ProblemNotice } from '../../components/ProblemNotice';
import { Dialog } from '../../components/Dialog';
import { useApi } from '../../lib/api/context';
import { download } from '../../lib/download';
import { queryOf, type AuditFilter } from './filter';

const FORMATS = [
  { title: 'Export CSV', mediaType: 'text/csv', file: 'audit-log.csv' },
  { title: 'Export JSON lines', mediaType: 'application/jsonl', file: 'audit-log.jsonl' },
] as const;

/** Every entry that the filter lets through, as a file. */
export function ExportButtons({ filter }: { filter: AuditFilter }) {
  const api = useApi();
  const take = useMutation({
    mutationFn: async ({ mediaType, file }: (typeof FORMATS)[number]) => {
      download(file, await api.auditExport(queryOf(filter), mediaType));
    },
  });
  return (
    <>
      {FORMATS.map((format) => (
        <Button
          key={format.mediaType}
          variant="default"
          loading={take.isPending && take.variables.mediaType === format.mediaType}
          onClick={() => {
            take.mutate(format);
          }}
        >
          {format.title}
        </Button>
      ))}
      {take.error !== null && (
        <Dialog
          title="Export"
          onClose={() => {
            take.reset();
          }}
        >
          <ProblemNotice error={take.error} />
        </Dialog>
      )}
    </>
  );
}
