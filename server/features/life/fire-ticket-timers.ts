import type { Deps } from '#server/deps.ts';
import { askFollowUp } from '#server/features/follow-up/ask-follow-up.ts';
import { letterOfStep } from '#server/features/life/letter-of-step.ts';
import { settleDue } from '#server/features/life/settle-due.ts';
import { mailRequester } from '#server/features/outbox/mail-requester.ts';
import type { TimerHandler } from '#server/jobs/timer-handler.ts';
import type { TicketTimerKind } from '#server/policy/life/deadlines.ts';
import { dueEvents } from '#server/policy/life/step-due.ts';

/** What deadlines of one kind do to their tickets. */
export const fireTicketTimers =
  (deps: Pick<Deps, 'policies' | 'ids' | 'secretBox'>, kind: TicketTimerKind): TimerHandler =>
  (tx, due, now) =>
    settleDue(deps, tx, due, now, {
      came: kind,
      decide: (context) => dueEvents(context, kind),
      async also({ ticket, policy, step }) {
        const letter = letterOfStep(step);
        if (letter) await mailRequester(tx, ticket, letter.kind, now, undefined, letter.params);
        if (step.events.some((event) => event.kind === 'follow_up_sent'))
          await askFollowUp(deps, tx, policy.pack, ticket, now);
      },
    });
