import { dateAndTime } from '#shared/time.ts';
import type { Transaction } from '#server/db/connect.ts';
import type { Deps } from '#server/deps.ts';
import { listChecks, watched } from '#server/features/checks/checks.repository.ts';
import { deskLocale } from '#server/features/checks/failure-words.ts';
import { watchWords } from '#server/features/checks/watch-words.ts';
import { openIncident } from '#server/features/incidents/open-incident.ts';
import { armTimers } from '#server/jobs/arm-timers.ts';
import type { TimerHandler } from '#server/jobs/timer-handler.ts';
import { allowedSilence, silentSince } from '#server/policy/watch/silence.ts';

/** What the silence of all checks is filed under. */
export const watchSource = 'watch';

/** Sets the next look at whether the watch still speaks. */
export const armHeartbeat = (tx: Transaction, tenantId: string, fireAt: Date): Promise<void> =>
  armTimers(tx, [{ tenantId, subjectId: watchSource, kind: 'watch.heartbeat', fireAt }]);

/** The silence of the watch is an outage itself: where no check has given a result, an incident opens. */
export const watchHeartbeat =
  (deps: Pick<Deps, 'policies' | 'ids'>): TimerHandler =>
  async (tx, due, now) => {
    for (const { tenantId } of due) {
      const checks = (await listChecks(tx, tenantId)).map(watched);
      if (checks.length === 0) continue;
      await armHeartbeat(tx, tenantId, new Date(now.getTime() + allowedSilence(checks) / 2));
      const since = silentSince(checks, now.getTime());
      if (since === null) continue;
      const locale = deskLocale(deps.policies, tenantId, now);
      const zone = deps.policies.inForce(tenantId, now.getTime())?.pack.desk.timezone ?? 'UTC';
      const say = watchWords(locale);
      const outage = {
        tenantId,
        kind: 'silence',
        source: watchSource,
        sourceId: new Date(since).toISOString(),
        watcher: 'Reglament',
        title: say('silence.title'),
        text: say('silence.text', { since: dateAndTime(locale, zone, since) }),
      } as const;
      await openIncident(deps, tx, outage, now);
    }
  };
