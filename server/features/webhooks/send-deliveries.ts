import type { Deps } from '#server/deps.ts';
import {
  claimDeliveries,
  type ClaimedDelivery,
} from '#server/features/webhooks/claim-deliveries.ts';
import { findTold } from '#server/features/webhooks/deliveries.repository.ts';
import { settleDelivery, type Told } from '#server/features/webhooks/settle-delivery.ts';
import { secretsOf } from '#server/features/webhooks/webhook-secrets.repository.ts';
import {
  messageIdOf,
  messageOf,
  signedHeaders,
} from '#server/features/webhooks/webhook-message.ts';
import { shownNumber } from '#server/features/tickets/present-receipt.ts';
import type { Post } from '#server/http/probe/guarded-post.ts';

type SendDeps = Pick<Deps, 'db' | 'now' | 'policies' | 'secretBox'>;

/** Longer than the attempts of one receiver take; a server that dies is replaced after it, milliseconds. */
const leaseMs = 60_000;

/**
 * Tells receivers some of what waits. An event may be told twice after a crash, then under the same id;
 * none is lost.
 *
 * @param random 0 to 1, spreads retries
 * @returns how many were tried; 0 when nothing waits
 */
export async function sendDeliveries(
  deps: SendDeps,
  post: Post,
  random: () => number,
): Promise<number> {
  const claimed = await claimDeliveries(deps.db, new Date(deps.now()), leaseMs);
  const inOrder = claimed.toSorted((one, other) => one.seq - other.seq);
  const receivers = new Set(claimed.map(({ webhookId }) => webhookId));
  await Promise.all(
    [...receivers].map(async (receiver) => {
      // a receiver hears one event after the other, as the log has them
      for (const delivery of inOrder.filter(({ webhookId }) => webhookId === receiver)) {
        const told = await tell(deps, delivery, post);
        await settleDelivery(deps.db, delivery, told, new Date(deps.now()), random());
      }
    }),
  );
  return claimed.length;
}

async function tell(deps: SendDeps, delivery: ClaimedDelivery, post: Post): Promise<Told> {
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
  if (answer.outcome !== 'reachable') return { told: false, code: answer.reason, final: false };
  const { status } = answer;
  if (status >= 200 && status < 300) return { told: true };
  return { told: false, code: `http_${status}`, final: status === gone };
}

/** How a receiver says that it wants to be told no more. */
const gone = 410;
