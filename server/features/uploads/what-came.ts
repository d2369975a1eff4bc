/** How long a sender may be silent, and take for one piece, milliseconds. */
export interface Patience {
  readonly silenceMs: number;
  readonly pieceMs: number;
}

/**
 * A body up to where its way broke, its sender fell silent or took too long: what came until then is kept, and
 * the sender goes on from there.
 */
export async function* whatCame(
  body: ReadableStream<Uint8Array>,
  { silenceMs, pieceMs }: Patience,
): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  const endsAt = performance.now() + pieceMs;
  try {
    for (;;) {
      const left = Math.min(silenceMs, endsAt - performance.now());
      const next = await readWithin(reader, left);
      if (!next || next.done) return;
      yield next.value;
    }
  } finally {
    // never waited for: a sender who is silent would be waited for again
    reader.cancel().catch(() => undefined);
  }
}

async function readWithin(reader: ReadableStreamDefaultReader<Uint8Array>, limitMs: number) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), limitMs);
  });
  try {
    return await Promise.race([reader.read(), late]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
