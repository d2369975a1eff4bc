import type { Problem } from '#shared/wire/problem.ts';
import { picked, type FieldSpec, type FormValues } from '#desk/sections/form-spec.ts';
import { frameWords } from '#desk/sections/frame-words.ts';
import type { Words } from '#desk/text/words.ts';

/** What is wrong with which field, by its name: the sentence that stands under it. */
export type FieldErrors = Readonly<Record<string, string>>;

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** What is wrong with what was filled in, before anything is sent: the browser judges, the desk says it. */
export function wrongFields(
  { locale }: Words,
  form: HTMLFormElement,
  fields: readonly FieldSpec[],
  values: FormValues,
): FieldErrors {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const sentence = sentenceFor(locale, field, values, form.elements.namedItem(field.name));
      return sentence === undefined ? [] : [[field.name, sentence] as const];
    }),
  );
}

function sentenceFor(
  locale: Words['locale'],
  field: FieldSpec,
  values: FormValues,
  control: Element | RadioNodeList | null,
): string | undefined {
  const say = frameWords(locale);
  const value = values[field.name] ?? '';
  if (field.kind === 'picks') {
    return field.optional || picked(value).length > 0 ? undefined : say('wrong.picks');
  }
  if (field.kind === 'check') return undefined;
  const { validity } = control as Control;
  // of a date that is half there the browser says that it is empty, too
  if (!validity.badInput && !field.optional && value.trim() === '') {
    return say(field.kind === 'pick' ? 'wrong.pick' : 'wrong.missing');
  }
  if (validity.valid) return undefined;
  switch (field.kind) {
    case 'number':
      return say('wrong.number', { least: field.least, most: field.most });
    case 'url':
    case 'email':
    case 'date':
    case 'moment':
      return say(`wrong.${field.kind}`);
    case 'text':
      return field.placeholder
        ? say('wrong.pattern', { example: field.placeholder })
        : say('wrong.refused');
    default:
      return say('wrong.refused');
  }
}

/**
 * Which fields a refusal of the server is about.
 *
 * @returns the sentences under them; `whole` when something of it belongs to none of them
 */
export function refusedFields(
  words: Words,
  problem: Problem,
  fields: readonly FieldSpec[],
): { readonly errors: FieldErrors; readonly whole: boolean } {
  const named = (problem.fields ?? []).map((path) => fieldAt(fields, path));
  const say = frameWords(words.locale);
  const sentence = (field: FieldSpec) => {
    if (problem.code !== 'request.invalid') return words.problem(problem);
    return field.kind === 'text' && field.pattern && field.placeholder
      ? say('wrong.pattern', { example: field.placeholder })
      : say('wrong.refused');
  };
  const known = named.filter((field) => field !== undefined);
  return {
    errors: Object.fromEntries(known.map((field) => [field.name, sentence(field)])),
    whole: known.length === 0 || known.length < named.length,
  };
}

/** The field that holds a path of the request, or the whole that it is part of. */
function fieldAt(fields: readonly FieldSpec[], path: string): FieldSpec | undefined {
  const holds = (fits: (place: string) => boolean) =>
    fields.find(({ name, paths = [name] }) => paths.some(fits));
  return holds((place) => place === path) ?? holds((place) => path.startsWith(`${place}.`));
}
