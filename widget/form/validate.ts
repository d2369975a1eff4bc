import type { Answer } from '#shared/wire/ticket.ts';
import type { WidgetField } from '#shared/wire/widget-config.ts';
import type { WidgetKey } from '#widget/words.ts';

/** What keeps one field from being sent, as a sentence of the catalog. */
export interface FieldProblem {
  readonly field: string;
  readonly key: WidgetKey;
  readonly label: string;
  readonly clause: string;
}

/** Fields that a category asks for. Those that the signed identity already answers are not asked. */
export const askedFields = (
  fields: readonly WidgetField[],
  category: string | undefined,
): WidgetField[] =>
  fields.filter(
    ({ categories, value }) =>
      value === undefined && (!categories || categories.includes(category ?? '')),
  );

export const isEmpty = (value: Answer | undefined): boolean =>
  [value ?? []].flat().every((line) => line.trim() === '');

const looks: Partial<Record<WidgetField['kind'], (text: string) => boolean>> = {
  email: (text) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text),
  phone: (text) => /^\+?[\d\s().-]+$/.test(text) && text.replace(/\D/g, '').length >= 7,
  url: (text) => /^(https?:\/\/)?[^\s/]+\.[^\s]+$/i.test(text),
};

const ownSentence = ['did', 'expected', 'got', 'steps'];

/** The sentence that asks for a field. */
export function missingKey({ id, kind }: WidgetField): WidgetKey {
  if (kind === 'attachment') return 'form.missing.attachment';
  return ownSentence.includes(id) ? (`form.missing.${id}` as WidgetKey) : 'form.missing.other';
}

/** Problems in the order of the form; only `required` fields block when empty. */
export function fieldProblems(
  fields: readonly WidgetField[],
  answers: Readonly<Record<string, Answer>>,
  fileCount: number,
): FieldProblem[] {
  return fields.flatMap((field): FieldProblem[] => {
    const { id, kind, label, clause, requirement } = field;
    const value = answers[id];
    const empty = isEmpty(value) && (kind !== 'attachment' || fileCount === 0);
    if (empty) {
      return requirement === 'required'
        ? [{ field: id, key: missingKey(field), label, clause }]
        : [];
    }
    const fits = looks[kind];
    return typeof value === 'string' && fits && !fits(value.trim())
      ? [{ field: id, key: `form.wrong.${kind}` as WidgetKey, label, clause }]
      : [];
  });
}

/** Answers worth sending: of this category, not empty, trimmed. */
export function answersToSend(
  fields: readonly WidgetField[],
  answers: Readonly<Record<string, Answer>>,
): Record<string, Answer> {
  const entries = fields.flatMap(({ id }): [string, Answer][] => {
    const value = answers[id];
    if (value === undefined || isEmpty(value)) return [];
    const said =
      typeof value === 'string'
        ? value.trim()
        : value.map((line) => line.trim()).filter((line) => line !== '');
    return [[id, said]];
  });
  return Object.fromEntries(entries);
}
