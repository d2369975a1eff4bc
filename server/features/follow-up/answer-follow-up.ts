import { fail, succeed } from '#shared/result.ts';
import type { SurveyAnswer } from '#shared/wire/surveys.ts';
import type { Deps } from '#server/deps.ts';
import { sha256 } from '#server/digest.ts';
import type { Actor, EventDraft } from '#server/features/event-log/event-body.ts';
import { actWithin } from '#server/features/life/act-on-ticket.ts';
import type { OnAnswer } from '#server/features/surveys/answer-survey.ts';
import type { TicketRow } from '#server/features/tickets/tickets.table.ts';
import { followUpStep } from '#server/policy/life/follow-up.ts';

/**
 * What the answer to a follow-up does to its ticket: the act of its requester, with the comment as their
 * words. A link belongs to one resolution: after a later one it is as good as answered. What is said of a
 * ticket that was merged since stands with that ticket, and who works on the other one is told of what
 * would have called a person.
 */
export const answerFollowUp =
  (deps: Deps): OnAnswer =>
  async (tx, { tenantId, id, kind, ticketId, requesterId, issuedAt }, answer) => {
    if (kind !== 'follow_up' || ticketId === null) return succeed(undefined);
    const { solved, score, comment } = answer;
    const actor = { kind: 'requester', id: requesterId } as const;
    return actWithin(
      tx,
      deps,
      { tenantId, ticketId },
      {
        actor,
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
        besides: (ticket, at) => toldWhereItGoesOn(deps, ticket, answer, { actor, at }),
      },
    );
  };

/** Nothing for a ticket that goes on in none, and where the regulation calls nobody for such an answer. */
function toldWhereItGoesOn(
  { policies }: Pick<Deps, 'policies'>,
  { tenantId, id: from, edition, life }: TicketRow,
  { solved, score }: SurveyAnswer,
  scene: { readonly actor: Actor; readonly at: Date },
): EventDraft[] {
  const policy = policies.edition(tenantId, edition);
  if (life.mergedInto === null || !policy) return [];
  const step = followUpStep(policy.pack, {
    solved: solved ?? undefined,
    score: score ?? undefined,
  });
  if (!step || step.act === 'done') return [];
  const params = { from, solved, score, clause: step.clause };
  return [{ ticketId: life.mergedInto, kind: 'merged_answered', ...scene, params }];
}
