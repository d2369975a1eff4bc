import { fail, succeed } from '#shared/result.ts';
import type { Deps } from '#server/deps.ts';
import { sha256 } from '#server/digest.ts';
import { actWithin } from '#server/features/life/act-on-ticket.ts';
import type { OnAnswer } from '#server/features/surveys/answer-survey.ts';

/**
 * What the answer to a follow-up does to its ticket: the act of its requester, with the comment as their
 * words. A link belongs to one resolution: after a later one it is as good as answered. What is said of a
 * ticket that was merged since stands with that ticket.
 */
export const answerFollowUp =
  (deps: Deps): OnAnswer =>
  async (
    tx,
    { tenantId, id, kind, ticketId, requesterId, issuedAt },
    { solved, score, comment },
  ) => {
    if (kind !== 'follow_up' || ticketId === null) return succeed(undefined);
    return actWithin(
      tx,
      deps,
      { tenantId, ticketId },
      {
        actor: { kind: 'requester', id: requesterId },
        words: comment
          ? {
              kind: 'reply',
              text: comment,
              attachments: [],
              idempotencyKey: id,
              requestHash: sha256(id),
            }
          : undefined,
        act: (digest) => ({ act: 'answer_follow_up', solved, score, digest }),
        also: async (_, { life }) => {
          const { ending } = life.beforeMerge ?? life;
          return ending && issuedAt.getTime() >= ending.at
            ? succeed(undefined)
            : fail({ code: 'follow_up.closed' });
        },
      },
    );
  };
