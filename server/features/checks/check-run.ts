import type { Deps } from '#server/deps.ts';
import { findCheck } from '#server/features/checks/checks.repository.ts';
import { askProbe, forgetProbes, isAsked } from '#server/features/probes/probes.repository.ts';
import { armTimers } from '#server/jobs/arm-timers.ts';
import type { TimerHandler } from '#server/jobs/timer-handler.ts';

const minuteMs = 60_000;

/**
 * The time of a check has come: a look is asked for, and the next one set. The look itself is done
 * outside of any transaction, because an address may take ten seconds to answer.
 */
export const checkRun =
  ({ ids }: Pick<Deps, 'ids'>): TimerHandler =>
  async (tx, due, now) => {
    for (const { tenantId, subjectId } of due) {
      const check = await findCheck(tx, tenantId, subjectId);
      if (!check || check.stoppedAt) continue;
      const about = { tenantId, subject: 'check', subjectId } as const;
      // a look that is late is the next one too: a pile of them would fail all at once
      if (!(await isAsked(tx, about)))
        await askProbe(tx, { ...about, id: ids.next('prb'), url: check.url, askedAt: now });
      await forgetProbes(tx, about, now);
      await armTimers(tx, [
        {
          tenantId,
          subjectId,
          kind: 'check.run',
          fireAt: new Date(now.getTime() + check.everyMinutes * minuteMs),
        },
      ]);
    }
  };
