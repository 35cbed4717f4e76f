import { Fragment, useState } from 'react';
import type { AuditEntry } from '../../lib/api/types';
import { browserOf } from '../../lib/browser';
import { changesIn } from './changes';

/** The entries, each of which opens to what was there before and after. */
export function AuditTable({ entries }: { entries: readonly AuditEntry[] }) {
  const [open, setOpen] = useState<string>();
  return (
    <div className="table-scroll" role="region" aria-label="Audit entries" tabIndex={0}>
      <table className="data audit">
        <thead>
          <tr>
            {['Time (UTC)', 'Action', 'Who', 'What', 'From where'].map((title) => (
              <th key={title} scope="col" className="plain">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <Fragment key={entry.id}>
              <tr>
                <td>
                  <button
                    type="button"
                    className="link"
                    aria-expanded={open === entry.id}
                    onClick={() => {
                      setOpen(open === entry.id ? undefined : entry.id);
                    }}
                  >
                    <span aria-hidden="true" className="twist">
                      {open === entry.id ? '▾' : '▸'}
                    </span>
                    <time dateTime={entry.at}>{entry.at.slice(0, 19).replace('T', ' ')}</time>
                  </button>
                </td>
                <td>
                  <code>{entry.action}</code>
                </td>
                <td>
                  <span className="cell">
                    <bdi>{whoOf(entry)}</bdi>
                  </span>
                </td>
                <td>
                  <span className="cell" title={entry.subjectId}>
                    {entry.subjectType} <code className="dim">{short(entry.subjectId)}</code>
                  </span>
                </td>
                <td>
                  <span className="cell" title={entry.userAgent}>
                    {entry.address}{' '}
                    {entry.userAgent !== undefined && (
                      <span className="dim">{browserOf(entry.userAgent)}</span>
                    )}
                  </span>
                </td>
              </tr>
              {open === entry.id && (
                <tr className="audit-open">
                  <td colSpan={5}>
                    <Details entry={entry} />
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Details({ entry }: { entry: AuditEntry }) {
  const changes = changesIn(entry.before, entry.after);
  return (
    <div className="audit-details">
      {changes.length === 0 ? (
        <p className="dim">Nothing more was recorded of it.</p>
      ) : (
        <table className="diff">
          <thead>
            <tr>
              <th scope="col">Field</th>
              <th scope="col">Before</th>
              <th scope="col">After</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ path, before, after }) => (
              <tr key={path} className={before === after ? 'dim' : undefined}>
                <th scope="row">
                  <code>{path}</code>
                </th>
                <td className={before === after ? undefined : 'diff-before'}>
                  <bdi>{before ?? '–'}</bdi>
                </td>
                <td className={before === after ? undefined : 'diff-after'}>
                  <bdi>{after ?? '–'}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="dim small">
        {entry.subjectType} <code>{entry.subjectId}</code>
        {entry.user !== undefined && (
          <>
            {' · user '}
            <code>{entry.user.id}</code>
          </>
        )}
        {entry.requestId !== undefined && (
          <>
            {' · request '}
            <code>{entry.requestId}</code>
          </>
        )}
      </p>
    </div>
  );
}

function whoOf({ user }: AuditEntry): string {
  return user === undefined ? 'OptiBid' : (user.displayName ?? user.email ?? short(user.id));
}

function short(id: string): string {
  return id.length > 13 ? `…${id.slice(-8)}` : id;
}
