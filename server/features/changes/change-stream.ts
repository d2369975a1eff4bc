import type { Result } from '#shared/result.ts';
import { succeed } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { ChangeReader, LiveChanges } from '#server/features/changes/live-changes.ts';

/** Whom a stream is for, and how long it is theirs. */
export interface StreamWishes extends Pick<ChangeReader, 'tenantId' | 'requesterId' | 'after'> {
  /** Whether they still are who they said; asked at every beat. */
  readonly stillKnown: () => Promise<boolean>;
  /** Between two beats, milliseconds. */
  readonly beatMs: number;
}

/** A reader who does not read: so much waits for them, bytes, and they are let go. */
const mostWaitingBytes = 64_000;

const text = new TextEncoder();

/**
 * Server-sent events of one person: `changed` with the id of a ticket, `caught-up` after what came
 * before, and a comment at every beat, so that both sides notice a line that is dead. An event's id is
 * the place in the log to go on from. Fails with `live.too_many`.
 */
export function changeStream(
  changes: LiveChanges,
  { stillKnown, beatMs, ...whose }: StreamWishes,
): Result<ReadableStream<Uint8Array>, Problem> {
  let controller!: ReadableStreamDefaultController<Uint8Array>;
  let beat: NodeJS.Timeout | undefined;
  let leave = () => {};
  let over = false;

  const end = () => {
    if (over) return;
    over = true;
    clearInterval(beat);
    leave();
    controller.close();
  };
  const write = (lines: string) => {
    if (over) return;
    controller.enqueue(text.encode(`${lines}\n\n`));
    if ((controller.desiredSize ?? 0) <= 0) end();
  };
  const stream = new ReadableStream<Uint8Array>(
    {
      start: (given) => {
        controller = given;
      },
      cancel: () => {
        over = true;
        clearInterval(beat);
        leave();
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: mostWaitingBytes }),
  );
  const joined = changes.join({
    ...whose,
    told: ({ seq, ticketId }) =>
      write(`id: ${seq}\nevent: changed\ndata: ${JSON.stringify({ ticketId })}`),
    caughtUp: (place, missed) =>
      write(`id: ${place}\nevent: caught-up\ndata: ${JSON.stringify({ missed })}`),
    ended: end,
  });
  if (!joined.ok) return joined;
  leave = joined.value;
  beat = setInterval(() => {
    write(': beat');
    stillKnown().then(
      (known) => known || end(),
      () => undefined,
    );
  }, beatMs);
  beat.unref();
  // what stands between may wait for a first piece before it passes anything on
  write(': welcome');
  return succeed(stream);
}
