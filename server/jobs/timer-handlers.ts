import type { Deps } from '#server/deps.ts';
import { expireAccess } from '#server/features/access/expire-access.ts';
import { expireGuests } from '#server/features/guests/expire-guests.ts';
import type { TimerHandlers } from '#server/jobs/timer-handler.ts';

/** What this server does when a deadline comes, kind by kind. */
export const timerHandlers = (_deps: Deps): TimerHandlers => ({
  'access_grant.expire': expireAccess,
  'guest.expire': expireGuests,
});
