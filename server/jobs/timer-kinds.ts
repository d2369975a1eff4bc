import { ticketTimerKinds } from '#server/policy/life/deadlines.ts';

/**
 * What a timer can be about, as `<subject>.<what happens>`; one line a kind. Each has its handler in
 * `timer-handlers.ts`, and without one the server does not compile.
 */
const timerKinds = [
  ...ticketTimerKinds,
  'access_grant.expire',
  'guest.expire',
  'idea.overdue',
  'plan_tasks.open',
  'plan_task.due',
  'announcement.deliver',
  'release.ship',
  'check.run',
  'survey_wave.send',
  'watch.heartbeat',
] as const satisfies readonly string[];
export type TimerKind = (typeof timerKinds)[number];
