import type { Deps } from '#server/deps.ts';
import type { TimerHandlers } from '#server/jobs/timer-handler.ts';

/** What this server does when a deadline comes, kind by kind. */
export const timerHandlers = (_deps: Deps): TimerHandlers => ({});
