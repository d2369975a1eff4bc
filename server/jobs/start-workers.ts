import type { Deps } from '#server/deps.ts';
import { holdLetters } from '#server/features/outbox/hold-letters.ts';
import {
  mailSettingsOf,
  sendsLetters,
  type MailSettings,
} from '#server/features/outbox/mail-settings.ts';
import { sendPortalNotices } from '#server/features/outbox/send-portal-notices.ts';
import { sendLetters } from '#server/features/outbox/send-letters.ts';
import { smtpTransport } from '#server/features/outbox/smtp.ts';
import { createAlarm } from '#server/jobs/alarm.ts';
import { runLetterWorker } from '#server/jobs/letter-worker.ts';
import { listenForWakes } from '#server/jobs/listen-for-wakes.ts';
import { runMessageIndexer } from '#server/jobs/message-index-worker.ts';
import { runPortalWorker } from '#server/jobs/portal-worker.ts';
import { runProbeWorker } from '#server/jobs/probe-worker.ts';
import type { TimerHandler } from '#server/jobs/timer-handler.ts';
import { runVendorPortalWorker } from '#server/jobs/vendor-portal-worker.ts';
import { runWebhookWorker } from '#server/jobs/webhook-worker.ts';
import { runTimerWorker } from '#server/jobs/timer-worker.ts';
import { changesChannel, wakeChannel } from '#server/jobs/wake.ts';

type Handlers = Readonly<Record<string, TimerHandler>>;

/** What a server does unasked, until it is stopped. */
export interface Workers {
  /** Ends when each has finished what it had begun. */
  stop(): Promise<void>;
}

/**
 * Starts what a server does unasked. Other servers may do the same beside it.
 *
 * @param url of the database, for the connection that wakes
 */
export function startWorkers(deps: Deps, url: string, handlers: Handlers): Workers {
  const stopping = new AbortController();
  const workers = [
    startTimers(deps, url, handlers, stopping.signal),
    runProbeWorker(deps, createAlarm(), stopping.signal),
    runPortalWorker(deps, createAlarm(), stopping.signal),
    runLetterWorker(() => sendPortalNotices(deps), deps.log, createAlarm(), stopping.signal),
    runVendorPortalWorker(deps, createAlarm(), stopping.signal),
    runWebhookWorker(deps, createAlarm(), stopping.signal),
    runMessageIndexer(deps, stopping.signal),
  ];
  const mail = mailSettingsOf(deps.config);
  if (mail) workers.push(startLetters(deps, mail, stopping.signal));
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all(workers);
    },
  };
}

async function startTimers(
  deps: Deps,
  url: string,
  handlers: Handlers,
  signal: AbortSignal,
): Promise<void> {
  const { db, now, log, config } = deps;
  const alarm = createAlarm();
  const listener = listenForWakes(url, {
    [wakeChannel]: alarm.ring,
    [changesChannel]: deps.changes.look,
  });
  const timerDeps = { db, now, log, handlers, batchSize: config.TIMER_BATCH };
  await runTimerWorker(timerDeps, alarm, signal);
  await listener.close();
}

async function startLetters(
  deps: Deps,
  { url, from, leaseMs }: MailSettings,
  signal: AbortSignal,
): Promise<void> {
  const { db, log } = deps;
  const transport = smtpTransport(url, leaseMs * 0.75);
  const see = sendsLetters(deps.config)
    ? () => sendLetters({ ...deps, transport, from, leaseMs })
    : () => holdLetters(db);
  await runLetterWorker(see, log, createAlarm(), signal);
  transport.close();
}
