import { html, nothing } from 'lit';
import type { Language } from '#shared/vocabulary.ts';
import { icon } from '#desk/icons.ts';
import type { FieldErrors } from '#desk/sections/field-errors.ts';
import { frameWords } from '#desk/sections/frame-words.ts';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** What the browser finds wrong with the controls of a form, by their names, in the words of the desk. */
export function controlErrors(locale: Language, form: HTMLFormElement): FieldErrors {
  const controls = [...form.elements].filter((one): one is Control =>
    one.matches('input, select, textarea'),
  );
  return Object.fromEntries(
    controls
      .filter(({ name, validity }) => name !== '' && !validity.valid)
      .map((control) => [control.name, sentenceFor(locale, control)]),
  );
}

function sentenceFor(locale: Language, control: Control): string {
  const say = frameWords(locale);
  const { type, validity } = control;
  // of a date that is half there the browser says that it is empty, too
  if (validity.valueMissing && !validity.badInput) {
    return say(type === 'select-one' ? 'wrong.pick' : 'wrong.missing');
  }
  if (type === 'datetime-local') return say('wrong.moment');
  if (type === 'url' || type === 'email' || type === 'date') return say(`wrong.${type}`);
  const { min = '', max = '' } = control as Partial<HTMLInputElement>;
  return type === 'number' && max !== ''
    ? say('wrong.number', { least: min, most: max })
    : say('wrong.refused');
}

/** What a control says of itself to who cannot see its colour. */
export const invalidOf = (errors: FieldErrors, name: string) =>
  errors[name] === undefined ? nothing : 'true';

/** Where what is wrong with a control stands. */
export const errorIdOf = (errors: FieldErrors, name: string) =>
  errors[name] === undefined ? nothing : `error-${name}`;

/** What is wrong with a field, under it. */
export const wrongLine = (errors: FieldErrors, name: string) =>
  errors[name] === undefined
    ? nothing
    : html`<p class="wrong" id="error-${name}">
        ${icon('alert', 14)}<span>${errors[name]}</span>
      </p>`;
