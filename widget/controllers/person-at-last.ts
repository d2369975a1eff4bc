import type { OutgoingDeps } from '#widget/controllers/outgoing.ts';
import { retryDelaySeconds } from '#widget/controllers/submission.ts';

/** Who is there, asked again and again until the host says it. */
export async function personAtLast({
  person,
  changed,
  pause,
}: Pick<OutgoingDeps, 'person' | 'changed' | 'pause'>): Promise<string> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await person();
    } catch {
      changed({ phase: 'waiting', attempt, reason: 'offline' });
      await pause(retryDelaySeconds(attempt));
    }
  }
}
