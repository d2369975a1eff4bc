import { dateAndTime } from '#shared/time.ts';
import type { Transaction } from '#server/db/connect.ts';
import type { Deps } from '#server/deps.ts';
import { listChecks, watched } from '#server/features/checks/checks.repository.ts';
import { deskLocale } from '#server/features/checks/failure-words.ts';
import { watchWords } from '#server/features/checks/watch-words.ts';
import { openIncident } from '#server/features/incidents/open-incident.ts';
import { armTimers } from '#server/jobs/arm-timers.ts';
import type { TimerHandler } from '#server/jobs/timer-handler.ts';
import {
  allowedSilence,
  lastSpoke,
  silentChecks,
  silentSince,
} from '#server/policy/watch/silence.ts';

/** What the silence of checks is filed under. */
export const watchSource = 'watch';

/** Sets the next look at whether the watch still speaks. */
export const armHeartbeat = (tx: Transaction, tenantId: string, fireAt: Date): Promise<void> =>
  armTimers(tx, [{ tenantId, subjectId: watchSource, kind: 'watch.heartbeat', fireAt }]);

/**
 * Silence is an outage itself: where a check has given no result for too long, an incident opens. It says
 * that the watch is silent where none has, and names the check where others speak.
 */
export const watchHeartbeat =
  (deps: Pick<Deps, 'policies' | 'ids'>): TimerHandler =>
  async (tx, due, now) => {
    for (const { tenantId } of due) {
      const checks = (await listChecks(tx, tenantId)).map(watched);
      if (checks.length === 0) continue;
      await armHeartbeat(tx, tenantId, new Date(now.getTime() + allowedSilence(checks) / 2));
      const [longest] = silentChecks(checks, now.getTime());
      if (!longest) continue;
      const all = silentSince(checks, now.getTime());
      const at = all ?? lastSpoke(longest);
      const locale = deskLocale(deps.policies, tenantId, now);
      const zone = deps.policies.inForce(tenantId, now.getTime())?.pack.desk.timezone ?? 'UTC';
      const say = watchWords(locale);
      const since = dateAndTime(locale, zone, at);
      const outage = {
        tenantId,
        kind: 'silence',
        source: watchSource,
        sourceId: new Date(at).toISOString(),
        watcher: 'Reglament',
        ...(all === null
          ? {
              title: say('silence.one', { name: longest.name }),
              text: say('silence.oneText', { name: longest.name, since }),
            }
          : { title: say('silence.title'), text: say('silence.text', { since }) }),
      } as const;
      await openIncident(deps, tx, outage, now);
    }
  };
