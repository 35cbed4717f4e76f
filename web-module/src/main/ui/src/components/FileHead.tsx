import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { download } from '../lib/download';
import { ProblemNotice } from './ProblemNotice';

interface Props {
  /** Of the title. */
  readonly id: string;
  readonly title: string;
  /** Name of the file, without its ending. */
  readonly file: string;
  /** What is in the file, as its buttons say to who does not see where they stand. */
  readonly what: string;
  readonly take: (mediaType: string) => Promise<Blob>;
}

const FORMATS = [
  { title: 'CSV', mediaType: 'text/csv', ending: 'csv' },
  {
    title: 'XLSX',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ending: 'xlsx',
  },
] as const;

/** The title of a section that is also there as a file. */
export function FileHead({ id, title, file, what, take }: Props) {
  const taking = useMutation({
    mutationFn: async ({ mediaType, ending }: (typeof FORMATS)[number]) => {
      download(`${file}.${ending}`, await take(mediaType));
    },
  });
  return (
    <>
      <div className="section-head">
        <h2 id={id}>{title}</h2>
        <span className="actions">
          {FORMATS.map((format) => (
            <Button
              key={format.mediaType}
              size="compact-xs"
              variant="default"
              aria-label={`${what} as ${format.title}`}
              loading={taking.isPending && taking.variables.mediaType === format.mediaType}
              onClick={() => {
                taking.mutate(format);
              }}
            >
              {format.title}
            </Button>
          ))}
        </span>
      </div>
      {taking.error !== null && <ProblemNotice error={taking.error} />}
    </>
  );
}
