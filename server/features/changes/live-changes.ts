import type { Logger } from 'pino';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Database } from '#server/db/connect.ts';
import {
  lastPlace,
  ownChanges,
  type OwnChange,
} from '#server/features/changes/changes.repository.ts';
import { faultOf } from '#server/http/fault.ts';

/** Somebody who is told at once. */
export interface ChangeReader {
  readonly tenantId: string;
  readonly requesterId: string;
  /** The last place of the log that they know of; undefined where only what comes counts. */
  readonly after: number | undefined;
  told(change: OwnChange): void;
  /** All up to this place was told; `missed` where that was too much, and they have to look themselves. */
  caughtUp(place: number, missed: boolean): void;
  /** The server stops. */
  ended(): void;
}

/** Tells requesters of changes to their own tickets, from the log, for as long as they listen. */
export interface LiveChanges {
  /**
   * Fails with `live.too_many`.
   *
   * @returns ends the listening
   */
  join(reader: ChangeReader): Result<() => void, Problem>;
  /** Looks for what is new in a tenant's log, or in that of every tenant who has readers. */
  look(tenantId?: string): void;
  /** Ends everybody's listening and takes nobody more. */
  close(): void;
}

/** How many may listen. */
export interface LiveLimits {
  /** Listening at once to this server. */
  readonly readers: number;
  /** Of these as one person. */
  readonly ofOnePerson: number;
}

/** Tabs of a person share one stream where browsers can; these are several browsers, or old ones. */
export const ofOnePerson = 6;

/** How far behind the log somebody may be who is still told what they missed. */
const mostBehind = 5000;
/** Between two looks that nobody woke for, milliseconds: a lost wake costs no more than this. */
const sweepMs = 30_000;

interface Joined {
  readonly reader: ChangeReader;
  place: number | undefined;
  ready: boolean;
}

interface Desk {
  readonly joined: Set<Joined>;
  looking: boolean;
  wanted: boolean;
}

/** One look serves all readers of a tenant, and looks of one tenant follow each other. */
export function liveChanges(
  { db, log }: { readonly db: Database; readonly log: Logger },
  limits: LiveLimits,
  everyMs = sweepMs,
): LiveChanges {
  const desks = new Map<string, Desk>();
  let closed = false;
  const sweep = setInterval(() => lookAt(), everyMs).unref();
  const all = () => [...desks.values()].flatMap(({ joined }) => [...joined]);

  async function look(tenantId: string, desk: Desk): Promise<void> {
    desk.wanted = true;
    if (desk.looking) return;
    desk.looking = true;
    try {
      while (desk.wanted) {
        desk.wanted = false;
        await tell(tenantId, [...desk.joined]);
      }
    } catch (fault) {
      log.warn({ fault: faultOf(fault) }, 'changes are told later');
    } finally {
      desk.looking = false;
    }
  }

  async function tell(tenantId: string, joined: readonly Joined[]): Promise<void> {
    if (joined.length === 0) return;
    const head = await lastPlace(db, tenantId);
    const near = ({ place = head + 1 }: Joined) => place <= head && head - place <= mostBehind;
    const following = joined.filter(near);
    const from = Math.min(...following.map(({ place = head }) => place));
    const people = [...new Set(following.map(({ reader }) => reader.requesterId))];
    const changes = from < head ? await ownChanges(db, tenantId, people, [from, head]) : [];
    for (const one of joined) {
      const { reader, place } = one;
      const follows = following.includes(one);
      for (const change of follows ? changes : []) {
        if (change.requesterId === reader.requesterId && change.seq > (place ?? head))
          reader.told(change);
      }
      one.place = head;
      if (!one.ready || !follows) reader.caughtUp(head, place !== undefined && !follows);
      one.ready = true;
    }
  }

  function lookAt(tenantId?: string) {
    for (const [id, desk] of desks) if (!tenantId || id === tenantId) void look(id, desk);
  }

  return {
    join(reader) {
      const { tenantId, requesterId } = reader;
      const same = all().filter(
        (one) => one.reader.tenantId === tenantId && one.reader.requesterId === requesterId,
      );
      if (closed || all().length >= limits.readers || same.length >= limits.ofOnePerson)
        return fail({ code: 'live.too_many' });
      const desk = desks.get(tenantId) ?? { joined: new Set(), looking: false, wanted: false };
      const one: Joined = { reader, place: reader.after, ready: false };
      desks.set(tenantId, desk);
      desk.joined.add(one);
      void look(tenantId, desk);
      return succeed(() => {
        desk.joined.delete(one);
        if (desk.joined.size === 0 && desks.get(tenantId) === desk) desks.delete(tenantId);
      });
    },
    look: lookAt,
    close() {
      closed = true;
      clearInterval(sweep);
      for (const { reader } of all()) reader.ended();
    },
  };
}
