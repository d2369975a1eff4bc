import { sql, type SQL } from 'drizzle-orm';

/** Name of the notification that wakes the workers of all servers. */
export const wakeChannel = 'reglament_timers';

/** Name of the notification that a tenant's log holds something a requester hears of; the tenant is its payload. */
export const changesChannel = 'reglament_changes';

/** The longest that a worker sleeps, milliseconds; what is due later needs no wake. */
export const longestSleepMs = 30_000;

/** Clocks of servers and database may be apart by this much, milliseconds. */
const skewMs = 30_000;

/**
 * Wakes the workers when this transaction commits, if the instant comes before they would look by
 * themselves: a notification takes a lock of the whole database at the commit.
 */
export const wakeIfSoon = (fireAt: SQL): SQL => sql`
  select pg_notify(${wakeChannel}, '')
  where ${fireAt} < now() + ${longestSleepMs + skewMs} * interval '1 ms'`;
