import { createHash } from 'node:crypto';
import type { ServiceStatement } from '#shared/wire/statement.ts';
import { markedBegin } from '#server/features/event-log/event-body.ts';
import { toldEvent } from '#server/policy/statement/logged-life.ts';

type LoggedPart = NonNullable<ServiceStatement['log']>;

/**
 * The chain's hash after each place of a statement's log, and before the first: as the database counts it
 * in `event_chain_step`. A marked event is chained over 96 bytes and any other over 64, so that none can be
 * told as one without its mark.
 */
export function chainHashes(log: ServiceStatement['log']): Map<number, string> {
  const hashes = new Map<number, string>();
  if (!log) return hashes;
  let before: Uint8Array = fromHex(log.before);
  hashes.set(log.from - 1, log.before);
  log.events.forEach((event, place) => {
    const hash = sha256(Buffer.concat([before, ...chainedOf(event, before)]));
    hashes.set(log.from + place, hash.toString('hex'));
    before = hash;
  });
  return hashes;
}

/** Places of events that are told as digests although they are of a ticket that is told of. */
export function hiddenEvents(
  log: ServiceStatement['log'],
  hashes: ReadonlyMap<number, string>,
  tickets: ReadonlySet<string>,
): number[] {
  return (log?.events ?? []).flatMap((event, index) => {
    const place = (log?.from ?? 1) + index;
    if (!('mark' in event)) return [];
    const before = fromHex(hashes.get(place - 1) ?? '');
    return [...tickets].some((id) => markOf(before, id).toString('hex') === event.mark)
      ? [place]
      : [];
  });
}

/** What is hashed of an event after the hash before it. */
function chainedOf(event: LoggedPart['events'][number], before: Uint8Array): Uint8Array[] {
  if (!('body' in event)) {
    return 'mark' in event ? [fromHex(event.mark), fromHex(event.digest)] : [fromHex(event.digest)];
  }
  const digest = sha256(Buffer.from(event.body));
  return event.body.startsWith(markedBegin)
    ? [markOf(before, toldEvent(event.body)?.ticket ?? ''), digest]
    : [digest];
}

/** Nobody who does not know the ticket learns from it which events are of one. */
const markOf = (before: Uint8Array, ticket: string): Buffer =>
  sha256(Buffer.concat([before, Buffer.from(ticket)]));
const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();
const fromHex = (text: string): Buffer => Buffer.from(text, 'hex');
