import type { Locale } from '#shared/vocabulary.ts';
import { decide } from '#server/policy/decide.ts';
import {
  outcomeChanges,
  outcomeOfRuling,
  type Outcome,
  type OutcomeChange,
} from './edition-diff-outcome.ts';
import { askedFrom, type TypicalQuestion, typicalQuestions } from './edition-diff-questions.ts';
import { effectWords } from './edition-diff-effect-words.ts';
import { namesOf } from './edition-diff-names.ts';
import { type LocalDay, yearOf } from '#server/policy/time/local-date.ts';
import type { Policy } from '#server/policy/packs.ts';

/** A typical question that the newer edition answers otherwise. */
export interface DecisionEffect {
  readonly question: TypicalQuestion;
  readonly changes: readonly OutcomeChange[];
  /** `A request on Fri 27 Nov 18:30, “Error”, …: due Sat 28 Nov 18:30 → Mon 30 Nov 12:30.` */
  sentence(locale: Locale): string;
}

/** How many typical questions were put to both editions, and those that are answered otherwise. */
export interface DecisionEffects {
  readonly asked: number;
  readonly effects: readonly DecisionEffect[];
}

/**
 * What the newer of two editions decides otherwise, shown on typical questions. Both are asked as if
 * each held at every one of these instants.
 *
 * @param today the vendor's day; questions are of the days after it, or after the newer one's first
 */
export function effectsOf(a: Policy, b: Policy, today: LocalDay): DecisionEffects {
  const from = askedFrom(b, today);
  const names = { older: namesOf(a.pack), newer: namesOf(b.pack) };
  const year = String(yearOf(from));
  const questions = typicalQuestions(a, b, from);
  const effects = questions.flatMap((question) => {
    const [older, newer] = [answer(a, question), answer(b, question)];
    const changes = changesBetween(older, newer);
    if (changes.length === 0) return [];
    const entitlement = (older ?? newer)?.entitlement ?? 'unverified';
    const about = { newer: b, names, year, question, entitlement, changes };
    return [{ question, changes, sentence: (locale: Locale) => effectWords(locale, about) }];
  });
  return { asked: questions.length, effects };
}

/** Undefined where the edition has no such category. */
const answer = (policy: Policy, question: TypicalQuestion): Outcome | undefined =>
  policy.categories.has(question.category)
    ? outcomeOfRuling(decide(policy, question.of(policy)))
    : undefined;

function changesBetween(from: Outcome | undefined, to: Outcome | undefined): OutcomeChange[] {
  if (from && to) return outcomeChanges(from, to);
  return from || to ? [{ aspect: 'category', from: from !== undefined, to: to !== undefined }] : [];
}
