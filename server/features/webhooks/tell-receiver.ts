import type { Deps } from '#server/deps.ts';
import type { ClaimedDelivery } from '#server/features/webhooks/claim-deliveries.ts';
import { findTold } from '#server/features/webhooks/deliveries.repository.ts';
import type { Told } from '#server/features/webhooks/settle-delivery.ts';
import { secretsOf } from '#server/features/webhooks/webhook-secrets.repository.ts';
import {
  messageIdOf,
  messageOf,
  signedHeaders,
} from '#server/features/webhooks/webhook-message.ts';
import { shownNumber } from '#server/features/tickets/present-receipt.ts';
import type { Post } from '#server/http/probe/guarded-post.ts';

/** What it takes to tell a receiver of an event. */
export type TellDeps = Pick<Deps, 'db' | 'now' | 'policies' | 'secretBox'>;

/** Tells a receiver of one event: signed, once. @returns how the attempt ended, not recorded yet */
export async function tellReceiver(
  deps: TellDeps,
  delivery: ClaimedDelivery,
  post: Post,
): Promise<Told> {
  const { tenantId, webhookId, url, seq } = delivery;
  const at = new Date(deps.now());
  const [found, secrets] = await Promise.all([
    findTold(deps.db, tenantId, seq),
    secretsOf(deps, { tenantId, webhookId }, at),
  ]);
  const policy = deps.policies.inForce(tenantId, at.getTime());
  if (!found || !policy) return { told: false, code: 'event.unknown', final: false };
  const number = shownNumber(policy.pack, found.number);
  const body = JSON.stringify(messageOf(tenantId, number, found.event));
  const headers = signedHeaders(secrets, messageIdOf(webhookId, seq), at, body);
  const answer = await post(url, { headers, body });
  if (answer.outcome !== 'reachable')
    return { told: false, code: answer.reason, final: answer.reason === 'held' };
  const { status } = answer;
  if (status >= 200 && status < 300) return { told: true };
  return { told: false, code: `http_${status}`, final: status === gone };
}

/** How a receiver says that it wants to be told no more. */
const gone = 410;
