import { eventReader, type ServerEvent } from '#widget/live/event-reader.ts';

export interface ChangeReader {
  readonly status: number;
  /** Ids of tickets that changed, in the order they were told. */
  readonly tickets: readonly string[];
  /** Their places in the log. */
  readonly places: readonly number[];
  /** The last id that came, to go on from. */
  readonly last: string | undefined;
  /** Of what was told as caught up: whether there was too much behind to tell. */
  readonly missed: readonly boolean[];
  /** Resolves once what has come is enough. */
  until(enough: (reader: ChangeReader) => boolean): Promise<void>;
  /** Resolves when the server ends it. */
  readonly ended: Promise<void>;
  close(): void;
}

/** Reads what a server tells one person, until it is closed. */
export async function readChanges(
  url: string,
  { bearer, vendor = 'modme', after }: { bearer: string; vendor?: string; after?: string },
): Promise<ChangeReader> {
  const line = new AbortController();
  const response = await fetch(`${url}/v1/changes`, {
    signal: line.signal,
    headers: {
      'x-widget-key': vendor,
      authorization: `Bearer ${bearer}`,
      ...(after === undefined ? {} : { 'last-event-id': after }),
    },
  });
  const tickets: string[] = [];
  const places: number[] = [];
  const missed: boolean[] = [];
  const waiting = new Set<() => void>();
  let last = after;
  const heard = ({ id, event, data }: ServerEvent) => {
    const told = JSON.parse(data ?? '{}') as { ticketId?: string; missed?: boolean };
    if (id) last = id;
    if (event === 'changed' && told.ticketId) {
      tickets.push(told.ticketId);
      places.push(Number(id));
    }
    if (event === 'caught-up') missed.push(told.missed ?? false);
    for (const look of waiting) look();
  };
  const ended = (async () => {
    const read = eventReader(heard);
    const text = new TextDecoder();
    try {
      for await (const piece of response.ok ? response.body! : [])
        read(text.decode(piece, { stream: true }));
    } catch {
      // cut by either side
    }
  })();
  const reader: ChangeReader = {
    status: response.status,
    tickets,
    places,
    missed,
    get last() {
      return last;
    },
    until: (enough) =>
      new Promise((resolve) => {
        const look = () => {
          if (!enough(reader)) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    ended,
    close: () => line.abort(),
  };
  return reader;
}
