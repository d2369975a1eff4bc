import type { EntitlementState, Locale } from '#shared/vocabulary.ts';
import { choiceWords, findWords, say } from './edition-diff-labels.ts';
import type { BothNames, PackNames } from './edition-diff-names.ts';
import type { Outcome, OutcomeChange } from './edition-diff-outcome.ts';
import { nameWords } from './edition-diff-values.ts';
import { type DateContext, momentWords } from '#server/policy/explain/explain-dates.ts';
import type { Policy } from '#server/policy/packs.ts';

/** A question, and what the newer edition answers otherwise. */
export interface EffectAbout {
  readonly newer: Policy;
  readonly names: BothNames;
  /** A moment of another year says its year. */
  readonly year: string;
  readonly question: { readonly receivedAt: number; readonly category: string };
  readonly entitlement: EntitlementState;
  readonly changes: readonly OutcomeChange[];
}

/** One question and every change of its answer as a sentence, in the zone of the newer edition. */
export function effectWords(locale: Locale, about: EffectAbout): string {
  const { newer, names, question, changes, year } = about;
  const holds = newer.categories.has(question.category) ? names.newer : names.older;
  const dates: DateContext = { locale, zone: newer.zone, year };
  const asked = say(locale, 'effect.question', {
    moment: momentWords(dates, question.receivedAt),
    category: nameWords({ locale, names: holds }, ['categories'], question.category),
    requester: say(locale, `requester.${about.entitlement}`),
  });
  const said = changes.map((change) => outcomeChangeWords(dates, change, names)).join('; ');
  const words = say(locale, 'effect.of', { question: asked, changes: said });
  return words.charAt(0).toLocaleUpperCase(locale) + words.slice(1);
}

/** `due Sat 28 Nov 18:30 → Mon 30 Nov 12:30`. */
function outcomeChangeWords(dates: DateContext, change: OutcomeChange, names: BothNames): string {
  const { locale } = dates;
  if (change.aspect === 'category') {
    return say(locale, change.to ? 'decision.categoryAdded' : 'decision.categoryRemoved');
  }
  const { aspect } = change;
  return say(locale, `decision.${aspect}`, {
    from: sideWords(dates, { aspect, value: change.from } as Side, names.older),
    to: sideWords(dates, { aspect, value: change.to } as Side, names.newer),
  });
}

type Side = {
  [Aspect in keyof Outcome]: { readonly aspect: Aspect; readonly value: Outcome[Aspect] };
}[keyof Outcome];

function sideWords(dates: DateContext, side: Side, names: PackNames): string {
  const { locale } = dates;
  const list = (items: readonly string[], wordsOf: (item: string) => string) =>
    items.length === 0 ? say(locale, 'nothing') : items.map(wordsOf).join(', ');
  switch (side.aspect) {
    case 'term': {
      const { dueAt, unstated } = side.value;
      if (dueAt !== null) return momentWords(dates, dueAt);
      const reason = say(locale, `unstated.${unstated ?? 'term_not_stated'}`);
      return say(locale, 'decision.noTerm', { reason });
    }
    case 'guaranteed':
      return say(locale, side.value ? 'yes' : 'no');
    case 'missing':
      return list(side.value, (field) => nameWords({ locale, names }, ['fields'], field));
    case 'rights':
      return list(side.value, (right) => rightWords(locale, right, names));
    case 'notices':
      return list(side.value, (code) => findWords(locale, `notice.${code}`) ?? code);
    default:
      return say(locale, `state.${side.value}`);
  }
}

function rightWords(locale: Locale, right: string, names: PackNames): string {
  const [action = '', reason = ''] = right.split(' ');
  const done = choiceWords(locale, ['action'], action) ?? action;
  const why = names['reason']?.has(reason) && nameWords({ locale, names }, ['reason'], reason);
  return why ? `${done} (${why})` : done;
}
