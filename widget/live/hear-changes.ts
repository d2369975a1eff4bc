import { eventReader, type ServerEvent } from '#widget/live/event-reader.ts';

/** How a line to the server ended: it broke or was silent, it was refused, or nothing ever came through. */
export type LineEnd = 'broken' | 'refused' | 'held back';

export interface HearDeps {
  /** Asks for the changes behind the last id that was heard. */
  readonly call: (signal: AbortSignal) => Promise<Response>;
  readonly heard: (event: ServerEvent) => void;
  readonly signal: AbortSignal;
  /** How long nothing may come before the line counts as dead, milliseconds. */
  readonly patience?: { readonly first: number; readonly between: number };
}

/** Twice what the server lets pass between two signs of life, and a little. */
const usual = { first: 10_000, between: 45_000 };

/** Hears what changes, until the line ends. What stands between may keep everything back: then it ends too. */
export async function hearChanges({
  call,
  heard,
  signal,
  patience = usual,
}: HearDeps): Promise<LineEnd> {
  const line = new AbortController();
  const cut = () => line.abort();
  let timer = setTimeout(cut, patience.first);
  let began = false;
  signal.addEventListener('abort', cut);
  if (signal.aborted) cut();
  try {
    const response = await call(line.signal);
    if (!response.ok || !response.body) return 'refused';
    const read = eventReader(heard);
    const pieces = response.body.getReader();
    const text = new TextDecoder();
    for (;;) {
      const { done, value } = await pieces.read();
      if (done) return 'broken';
      began = true;
      clearTimeout(timer);
      timer = setTimeout(cut, patience.between);
      read(text.decode(value, { stream: true }));
    }
  } catch {
    return began || !line.signal.aborted || signal.aborted ? 'broken' : 'held back';
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', cut);
    cut();
  }
}
