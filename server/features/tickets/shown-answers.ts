import type { Locale } from '#shared/vocabulary.ts';
import type { Answer } from '#shared/wire/ticket.ts';
import type { Policy } from '#server/policy/packs.ts';

/** A request's answers with the labels of the form; a choice by its label. Erased ones are left out. */
export function shownAnswers(
  policy: Policy,
  answers: Readonly<Record<string, Answer>> | null,
  locale: Locale,
): { field: string; label: string; value: Answer }[] {
  const kept = Object.entries(answers ?? {}).filter(([, value]) => value !== '');
  return kept.map(([id, value]) => {
    const field = policy.fields.get(id);
    const chosen = field?.choices?.find((choice) => choice.id === value);
    return { field: id, label: field?.label[locale] ?? id, value: chosen?.label[locale] ?? value };
  });
}
