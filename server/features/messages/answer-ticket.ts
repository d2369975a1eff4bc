import { succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Transaction } from '#server/db/connect.ts';
import type { Deps } from '#server/deps.ts';
import { sha256 } from '#server/digest.ts';
import { keepAnswer, linksOf } from '#server/features/articles/answer-by-article.ts';
import { agentActor, type Agent } from '#server/features/agents/agent.ts';
import { actOnTicket, type ActDone } from '#server/features/life/act-on-ticket.ts';
import { typedInAnswer, wordsInAnswer } from '#server/features/life/typed-words.ts';
import { linkProblem } from '#server/features/known-problems/link-problem.ts';
import { holdAnswerToRegistry } from '#server/features/releases/hold-to-registry.ts';
import type { TicketPlace } from '#server/features/tickets/lock-ticket.ts';
import type { TicketRow } from '#server/features/tickets/tickets.table.ts';
import type { Step } from '#server/policy/life/take-step.ts';
import type { ActOf, AnswerGiven, LifeAct } from '#server/policy/life/life-act.ts';

/** What an agent writes into a ticket. */
export interface AgentAnswer extends TicketPlace {
  readonly agent: Agent;
  readonly kind: 'reply' | 'question' | 'note';
  readonly text: string;
  readonly attachments: readonly string[];
  /** What a reply is by the regulation; without effect on questions and notes. */
  readonly response: ActOf<'reply'>['response'];
  /** A reply that proposes a solution: the requester is asked whether it helped. */
  readonly proposes: boolean;
  readonly answer: AnswerGiven | null;
  readonly resolve: boolean;
  /** Published articles that answer it, by id. */
  readonly articles: readonly string[];
  /** The known problem that it is about. */
  readonly knownProblem?: string | undefined;
  readonly idempotencyKey: string;
}

/**
 * Writes an agent's answer, question or note. The first answer that the regulation counts stops the
 * clock; a note changes nothing and reaches nobody.
 *
 * Links of articles stand behind the words, so that they arrive wherever the requester reads.
 *
 * Fails as `actOnTicket` does, or with `article.not_found`.
 */
export async function answerTicket(
  deps: Deps,
  said: AgentAnswer,
): Promise<Result<ActDone, Problem>> {
  const { agent, kind, text, attachments, idempotencyKey } = said;
  const requestHash = sha256(
    JSON.stringify([
      said.ticketId,
      kind,
      text,
      attachments,
      said.response,
      said.proposes,
      said.answer,
      said.resolve,
      ...(said.articles.length > 0 ? [said.articles] : []),
      ...(said.knownProblem ? [said.knownProblem] : []),
    ]),
  );
  const linked = await linksOf(deps, said, said.articles);
  if (!linked.ok) return linked;
  // the log takes no words, and an erasure has to find them
  const pointed = said.resolve ? wordsInAnswer(said.answer) : undefined;
  return actOnTicket(deps, said, {
    actor: agentActor(agent),
    words: {
      kind,
      text: [text, ...linked.value].join('\n\n'),
      attachments,
      idempotencyKey,
      requestHash,
    },
    note: pointed
      ? {
          kind: 'note',
          text: pointed,
          attachments: [],
          idempotencyKey: `${idempotencyKey}#why`,
          requestHash,
        }
      : undefined,
    typed: typedInAnswer(said.answer),
    act: (digest) => actOf(said, digest),
    also: (tx, ticket, step) => alsoOf(deps, said, { tx, ticket, step }),
  });
}

/** What is stored with a reply, and what it has to be held against before. */
async function alsoOf(
  deps: Deps,
  { kind, knownProblem, resolve, answer, articles }: AgentAnswer,
  {
    tx,
    ticket,
    step,
  }: { readonly tx: Transaction; readonly ticket: TicketRow; readonly step: Step },
): Promise<Result<unknown, Problem>> {
  if (articles.length > 0) {
    const kept = await keepAnswer(articles, deps.now())(tx, ticket, step);
    if (!kept.ok) return kept;
  }
  if (kind !== 'reply') return succeed(undefined);
  if (knownProblem !== undefined) {
    const linked = await linkProblem(tx, ticket, knownProblem, deps.now());
    if (!linked.ok) return linked;
  }
  return resolve
    ? holdAnswerToRegistry(tx, deps.policies, ticket, answer, deps.now())
    : succeed(undefined);
}

function actOf(said: AgentAnswer, digest: string | null): LifeAct {
  const { kind, response, proposes, answer, resolve: resolves, knownProblem } = said;
  if (kind === 'note') return { act: 'note', digest };
  if (kind === 'question') return { act: 'ask', digest };
  const further = {
    selfService: said.articles.length > 0,
    ...(knownProblem === undefined ? {} : { problem: knownProblem }),
  };
  return { act: 'reply', response, proposes, answer, resolves, digest, ...further };
}
