/** What the server sends; see docs/reference/websocket.md. */
export interface LiveMessage {
  readonly type: string;
  /** The place in the server's log. Of one zone, and of the desk, it only grows. */
  readonly seq: number;
  readonly at: string;
  readonly zone?: string;
  readonly coalesced?: number;
  readonly data?: Record<string, unknown>;
}

/** A message, or nothing where the text is none that this console knows. */
export function messageOf(text: unknown): LiveMessage | undefined {
  if (typeof text !== 'string') {
    return undefined;
  }
  try {
    const json: unknown = JSON.parse(text);
    return isMessage(json) ? json : undefined;
  } catch {
    return undefined;
  }
}

function isMessage(json: unknown): json is LiveMessage {
  return (
    typeof json === 'object' &&
    json !== null &&
    'type' in json &&
    typeof json.type === 'string' &&
    'seq' in json &&
    typeof json.seq === 'number'
  );
}
