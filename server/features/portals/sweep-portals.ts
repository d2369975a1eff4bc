import type { Deps } from '#server/deps.ts';
import { sweepPortalEntries } from '#server/features/portals/portal-entries.repository.ts';
import { sweepPortalEvents } from '#server/features/portals/portal-events.repository.ts';
import { sweepPortalSessions } from '#server/features/portals/portal-sessions.repository.ts';

/** How long it can be read what became of an event, milliseconds: a month. */
const keptMs = 30 * 86_400_000;

/** Minutes whose entries are counted no more are kept so long, milliseconds. */
const countedMs = 600_000;

/** Forgets pages of portals that have ended, counts of entries and events that were dealt with long ago. */
export async function sweepPortals({ db, now }: Pick<Deps, 'db' | 'now'>): Promise<void> {
  await sweepPortalSessions(db, new Date(now()));
  await sweepPortalEntries(db, new Date(now() - countedMs));
  await sweepPortalEvents(db, new Date(now() - keptMs));
}
