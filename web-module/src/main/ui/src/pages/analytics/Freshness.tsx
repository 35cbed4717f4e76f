import { Instant } from '../../components/Instant';

interface Props {
  readonly answer: {
    readonly engine: 'postgresql' | 'clickhouse';
    readonly asOf: string;
    readonly knownUntil?: string | undefined;
    readonly simulated?: boolean;
  };
}

const ENGINES = { postgresql: 'PostgreSQL', clickhouse: 'ClickHouse' };

/** Which engine gave the figures, and how fresh they are. */
export function Freshness({ answer: { engine, asOf, knownUntil, simulated } }: Props) {
  return (
    <p className="dim small freshness">
      {simulated && <span className="tag tag-simulated">simulated</span>} From {ENGINES[engine]} as of{' '}
      <Instant at={asOf} />
      {knownUntil !== undefined && (
        <>
          ; the newest price was published <Instant at={knownUntil} />
        </>
      )}
    </p>
  );
}
