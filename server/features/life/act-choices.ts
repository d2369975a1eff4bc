import type { Locale } from '#shared/vocabulary.ts';
import type { ActChoices } from '#shared/wire/desk-life.ts';
import { allowedCauses } from '#server/policy/decision/allowed-reasons.ts';
import { possibleReasons } from '#server/policy/life/possible-acts.ts';
import type { StepContext } from '#server/policy/life/step.ts';
import { appealRule } from '#server/features/life/appeal-rule.ts';
import { reasonText } from '#server/features/life/reason-text.ts';

/** What an agent picks from, in the words of the ticket's edition. */
export function actChoices(context: StepContext, locale: Locale): ActChoices {
  const { policy, state } = context;
  const { answers, escalation, stops } = policy.pack;
  const diagnosisStarted = state.diagnosisStartedAt !== null;
  return {
    reasons: possibleReasons(context).map(({ action, reason, clause }) => ({
      action,
      id: reason,
      label: reasonText(policy, reason, clause, locale),
      clause,
    })),
    causes: allowedCauses(policy.pack, { diagnosisStarted }).map(
      ({ id, text, liable, clause }) => ({
        id,
        label: text[locale],
        liable,
        clause,
      }),
    ),
    answers: (answers?.kinds ?? []).map(({ id, text, needs, clause }) => ({
      id,
      label: text[locale],
      needs: needs ?? null,
      clause,
    })),
    requiredAnswers: [
      ...(answers?.required.find(({ cause }) => cause === state.cause)?.oneOf ?? []),
    ],
    targets: (escalation?.targets ?? []).map(({ id, name, clause }) => ({
      id,
      label: name[locale],
      clause,
    })),
    responses: [...stops.counts],
    appeal: appealRule(policy.pack, locale),
  };
}
