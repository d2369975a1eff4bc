import type { FieldSpec, FormValues } from '#desk/sections/form-spec.ts';
import { frameWords } from '#desk/sections/frame-words.ts';
import type { Language } from '#shared/vocabulary.ts';

/**
 * Fields that two people have changed differently, with what the other one wrote.
 *
 * @param before what both began with
 * @param mine what has been changed here
 */
export const theirValues = (before: FormValues, theirs: FormValues, mine: FormValues): FormValues =>
  Object.fromEntries(
    Object.entries(mine).flatMap(([name, value]) => {
      const their = theirs[name] ?? '';
      return their === (before[name] ?? '') || their === value ? [] : [[name, their] as const];
    }),
  );

/** The field with what stands in the newer version under it. */
export function besideTheirs(locale: Language, field: FieldSpec, theirs: FormValues): FieldSpec {
  const value = theirs[field.name];
  if (value === undefined) return field;
  const say = frameWords(locale);
  const option = 'options' in field && field.options.find(({ id }) => id === value);
  const words = option ? option.label : value;
  return { ...field, hint: words ? say('form.theirs', { words }) : say('form.theirsEmpty') };
}
