import type { Locale } from '#shared/vocabulary.ts';
import { labelWords, say } from './edition-diff-labels.ts';
import type { BothNames, PackNames } from './edition-diff-names.ts';
import type { ChangedPart, PlaceStep } from './edition-diff-parts.ts';
import { itemName, nameWords, type ValueContext, valueWords } from './edition-diff-values.ts';

/** One change as a sentence: `Terms, first reply, term: 1 working day → 4 working hours (clause 9).` */
export function changeWords(
  locale: Locale,
  { place, clause, kind, from, to }: ChangedPart,
  { older, newer }: BothNames,
): string {
  const context = (names: PackNames): ValueContext => ({ locale, names });
  const keys = place.map(({ key }) => key);
  const itself = place.at(-1)?.item !== undefined;
  const sides = {
    from: valueWords(context(older), keys, from),
    to: valueWords(context(newer), keys, to),
  };
  // an item that came or went is named by its own place; its list is the place
  const shown = itself && kind !== 'changed' ? withoutLastItem(place) : place;
  const words = placeWords(context(kind === 'removed' ? older : newer), shown);
  const change = say(locale, sentenceOf(kind, sides), { place: words, ...sides });
  return clause === undefined
    ? say(locale, 'change.withoutClause', { change })
    : say(locale, 'change.withClause', { change, clause: say(locale, 'clause.ref', { clause }) });
}

/** Without its value where that has no words, or the same ones in this language. */
function sentenceOf(
  kind: ChangedPart['kind'],
  { from, to }: { readonly from: string; readonly to: string },
) {
  if (kind === 'changed') return from === to ? 'change.otherLanguage' : 'change.changed';
  return (kind === 'added' ? to : from) === ''
    ? (`change.${kind}Whole` as const)
    : (`change.${kind}` as const);
}

const withoutLastItem = (place: readonly PlaceStep[]): PlaceStep[] =>
  place.map((step, index) => (index === place.length - 1 ? { key: step.key } : step));

function placeWords(context: ValueContext, place: readonly PlaceStep[]): string {
  const { locale } = context;
  const steps = place.map(({ key, item }, index) => {
    const keys = place.slice(0, index + 1).map((step) => step.key);
    const list = labelWords(locale, keys);
    if (!item) return list;
    if (key === 'clauses') return `${list} ${item.name ?? ''}`;
    const name =
      item.name === undefined
        ? typeof item.value === 'object' && item.value !== null
          ? itemName(context, keys, item.value)
          : undefined
        : nameWords(context, keys, item.name, false);
    return name === undefined ? list : say(locale, 'item', { list, name });
  });
  const words = steps.join(', ');
  return words.charAt(0).toLocaleUpperCase(locale) + words.slice(1);
}
