import type { Locale } from '#shared/vocabulary.ts';
import type { Decision, FirstResponsePromise } from '#shared/wire/decision.ts';
import type { ExplainedPause, Explanation } from '#shared/wire/explanation.ts';
import { explainDecision } from '#server/policy/explain/explain-decision.ts';
import { editionSentence, explainPromise } from '#server/policy/explain/explain-promise.ts';
import { sayThat } from '#server/policy/explain/explain-words.ts';
import type { Policy } from './packs.ts';

/**
 * Why the policy decided what it decided, or how one due instant came about: facts, sentences, and
 * one paragraph in the reader's language. Reads what is stored, so a decision is explained by the
 * calendar that made it.
 *
 * @param policy the edition that decided
 * @param pauses stretches that the due instant allows for
 */
export function explain(
  policy: Policy,
  subject: Decision | FirstResponsePromise,
  locale: Locale,
  pauses: readonly ExplainedPause[] = [],
): Explanation {
  const { pack, zone } = policy;
  const decision = 'firstResponse' in subject ? subject : undefined;
  const promise = 'firstResponse' in subject ? subject.firstResponse : subject;
  const { sentences, ...counted } = explainPromise(policy, promise, pauses);
  const year = promise.segments[0]?.from.slice(0, 4) ?? '';
  const said = [
    ...sentences,
    ...(decision ? explainDecision(policy, decision) : []),
    editionSentence(pack),
  ].map((one) => ({ ...one, text: sayThat({ locale, zone, year }, one) }));
  return {
    vendor: pack.vendor,
    edition: pack.edition,
    language: locale,
    ...counted,
    sentences: said,
    paragraph: said.map(({ text }) => text).join(' '),
  };
}
