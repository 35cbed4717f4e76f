import { useQuery } from '@tanstack/react-query';
import { CopyText } from '../../components/CopyText';
import { Instant } from '../../components/Instant';
import { Loaded } from '../../components/Loaded';
import { PageHead } from '../../components/PageHead';
import { useApi } from '../../lib/api/context';
import type { Mail } from '../../lib/api/types';
import { sentence, words } from '../../lib/format';

/** Mails that wait, because no mail server is set up or it does not answer; their links can be copied. */
export function MailsPage() {
  const api = useApi();
  const mails = useQuery({ queryKey: ['mails'], queryFn: () => api.mails(), refetchInterval: 10_000 });
  return (
    <main id="content" tabIndex={-1} className="page">
      <PageHead title="Mails waiting" />
      <p className="dim page-text">
        They go out as soon as a mail server is set up and answers. Until then you can hand a link over by a
        channel that you trust: who has it can use it, once.
      </p>
      <Loaded query={mails} what="the mails">
        {(rows) =>
          rows.length === 0 ? (
            <p className="dim empty-line">No mail waits.</p>
          ) : (
            <ul className="mails">
              {rows.map((mail) => (
                <MailItem key={mail.id} mail={mail} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </main>
  );
}

function MailItem({ mail }: { mail: Mail }) {
  return (
    <li className="panel mail">
      <p>
        <b>{sentence(mail.template)}</b> to <bdi>{mail.to}</bdi>{' '}
        <span className="tag tag-wait">{words(mail.state)}</span>{' '}
        <span className="dim">
          since <Instant at={mail.createdAt} />, good until <Instant at={mail.expiresAt} />
        </span>
      </p>
      {mail.lastError !== undefined && (
        <p className="warn small">
          After {mail.attempts} {mail.attempts === 1 ? 'try' : 'tries'}: {mail.lastError}
        </p>
      )}
      {mail.link !== undefined && <CopyText label="Link" text={mail.link} />}
      {mail.text !== undefined && (
        <details className="small">
          <summary>Whole mail (development)</summary>
          <pre className="mail-text">{mail.text}</pre>
        </details>
      )}
    </li>
  );
}
