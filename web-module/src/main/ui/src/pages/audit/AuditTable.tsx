import { Fragment, useState } from 'react';
import type { AuditEntry } from '../../lib/api/types';
import { ABSENT } from '../../lib/format';
import { browserOf } from '../../lib/browser';
import { inOrder, isSame } from './changes';

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
                  <code>{entry.action}</code>{' '}
                  {entry.outcome !== 'success' && <span className="tag tag-bad">{entry.outcome}</span>}
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
                    {entry.userAgent !== '' && <span className="dim">{browserOf(entry.userAgent)}</span>}
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
  const changes = inOrder(entry.values);
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
            {changes.map((change) => (
              <tr key={change.path} className={isSame(change) ? 'dim' : undefined}>
                <th scope="row">
                  <code>{change.path}</code>
                </th>
                <td className={isSame(change) ? undefined : 'diff-before'}>
                  <bdi>{change.before ?? ABSENT}</bdi>
                </td>
                <td className={isSame(change) ? undefined : 'diff-after'}>
                  <bdi>{change.after ?? ABSENT}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="dim small">
        {entry.subjectType} <code>{entry.subjectId}</code>
        {entry.userId !== undefined && (
          <>
            {' · user '}
            <code>{entry.userId}</code>
          </>
        )}
        {entry.sequence !== undefined && ` · place ${entry.sequence} in the chain`}
        {entry.requestId !== '' && (
          <>
            {' · request '}
            <code>{entry.requestId}</code>
          </>
        )}
      </p>
    </div>
  );
}

function whoOf({ userId, userEmail }: AuditEntry): string {
  return userEmail ?? (userId === undefined ? 'OptiBid, or nobody' : short(userId));
}

function short(id: string): string {
  return id.length > 13 ? `…${id.slice(-8)}` : id;
}
