import { Wordmark } from '../../components/Wordmark';

/** The moment in which the page asks who is logged in. */
export function Restoring() {
  return (
    <div className="login">
      <header className="bar">
        <Wordmark />
      </header>
      <main className="dim empty-line" role="status">
        Loading…
      </main>
    </div>
  );
}
