import type { Language } from '#shared/vocabulary.ts';
import type { FieldSpec } from '#desk/sections/form-spec.ts';
import { frameWords } from '#desk/sections/frame-words.ts';
import { zoneName } from '#desk/text/zone-name.ts';

/** Fields of a form; the first one for a moment says whose time it means. */
export function inYourTime(locale: Language, fields: readonly FieldSpec[]): readonly FieldSpec[] {
  const first = fields.find(({ kind }) => kind === 'moment');
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const hint = frameWords(locale)('form.yourTime', { zone: zoneName(timeZone, Date.now()) });
  return fields.map((field) => (field === first ? { ...field, hint: field.hint ?? hint } : field));
}
