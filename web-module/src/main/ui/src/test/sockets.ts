import type { LiveSocket } from '../lib/live/connection';
import type { LiveMessage } from '../lib/live/messages';

/** The server's end of one connection. */
export class FakeSocket implements LiveSocket {
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  readonly sent: Record<string, unknown>[] = [];
  closed = false;

  constructor(readonly token: string) {}

  send(text: string): void {
    this.sent.push(JSON.parse(text) as Record<string, unknown>);
  }

  close(): void {
    this.closed = true;
  }

  tell(message: Partial<LiveMessage>): void {
    this.onmessage?.({ data: JSON.stringify({ at: '2026-03-05T12:46:00Z', ...message }) });
  }
}
