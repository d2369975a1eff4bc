import type { Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { RequesterAct } from '#shared/wire/requester-act.ts';
import type { Deps } from '#server/deps.ts';
import { sha256 } from '#server/digest.ts';
import { actOnTicket, type ActDone } from '#server/features/life/act-on-ticket.ts';
import type { LifeAct } from '#server/policy/life/life-act.ts';

/** Whose ticket, and the key that makes a repeated act the same one. */
export interface OwnTicketAct {
  readonly tenantId: string;
  readonly ticketId: string;
  readonly requesterId: string;
  readonly idempotencyKey: string;
}

/** A requester's act on their own ticket, as the API has it. Fails as `actOnTicket` does. */
export async function doRequesterAct(
  deps: Deps,
  { tenantId, ticketId, requesterId, idempotencyKey }: OwnTicketAct,
  asked: RequesterAct,
): Promise<Result<ActDone, Problem>> {
  const requestHash = sha256(JSON.stringify([ticketId, asked]));
  const text = 'text' in asked ? asked.text : undefined;
  return actOnTicket(
    deps,
    { tenantId, ticketId, requesterId },
    {
      actor: { kind: 'requester', id: requesterId },
      words:
        text === undefined
          ? undefined
          : { kind: 'reply', text, attachments: [], idempotencyKey, requestHash },
      key: { idempotencyKey, requestHash },
      act: (digest) => lifeAct(asked, digest),
      // whatever became of a ticket, a complaint about it is heard
      ...(asked.act === 'appeal' ? { elsewhere: (digest) => lifeAct(asked, digest) } : {}),
    },
  );
}

function lifeAct(asked: RequesterAct, digest: string | null): LifeAct {
  switch (asked.act) {
    case 'reopen':
    case 'withdraw':
      return asked;
    case 'appeal':
      return { act: asked.act, digest };
    case 'answer_follow_up': {
      const { act, solved = null, score = null } = asked;
      return { act, solved, score, digest };
    }
  }
}
