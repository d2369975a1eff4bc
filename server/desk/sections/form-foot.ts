import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '#shared/wire/problem.ts';
import { icon } from '#desk/icons.ts';
import { frameWords } from '#desk/sections/frame-words.ts';
import type { FormSpec } from '#desk/sections/form-spec.ts';
import type { Words } from '#desk/text/words.ts';

/** Where the sending of a form stands. */
interface Foot {
  readonly spec: FormSpec;
  /** It asks something. */
  readonly asks: boolean;
  readonly phase: 'idle' | 'sending' | 'retrying' | 'refused';
  /** What belongs to no field. */
  readonly problem: Problem | undefined;
  /** Somebody else's version has just become what is written upon. */
  readonly renewed: boolean;
  /** What is still to be filled in. */
  readonly remains: string;
  readonly close: () => void;
  readonly renew: () => void;
}

/** Beside the button stands what came of pressing it, so that it is in sight of who presses. */
export function formFoot(words: Words, foot: Foot): TemplateResult {
  const { say } = words;
  const { spec, asks, phase, problem, renewed, remains } = foot;
  const frame = frameWords(words.locale);
  const pending = phase === 'sending' || phase === 'retrying';
  const told =
    phase === 'retrying'
      ? frame(spec.keep ? 'form.retryingKept' : 'form.retrying')
      : renewed && !problem
        ? frame('form.renewed')
        : '';
  return html`<footer>
    <p role="status" class="note" ?hidden=${told === ''}>${told}</p>
    ${remains && !problem && told === '' ? html`<p class="note">${remains}</p>` : nothing}
    ${problem ? refusal(words, foot, problem) : nothing}
    <button class="tool" type="button" @click=${foot.close}>
      ${say(asks ? 'common.close' : 'form.cancel')}
    </button>
    <button class="primary" ?disabled=${pending}>
      ${pending ? say('composer.sending') : spec.submit}
    </button>
  </footer>`;
}

const refusal = (words: Words, { spec, renew }: Foot, problem: Problem) =>
  html`<p class="problem" role="alert">
    ${icon('alert')}<span>${words.problem(problem)}</span>
    ${
      spec.renew && problem.code.endsWith('.changed')
        ? html`<button class="edged renew" type="button" @click=${renew}>
            ${frameWords(words.locale)('form.renew')}
          </button>`
        : nothing
    }
  </p>`;

/** What stands on the page once a form was closed before it was sent. */
export const unsentNote = (words: Words, spec: FormSpec, goOn: () => void) => {
  const say = frameWords(words.locale);
  return html`<p class="unsent">
    ${icon('alert')}<span
      >${say(spec.keep ? 'form.unsentKept' : 'form.unsent', { form: spec.title })}</span
    >
    <button class="edged" type="button" @click=${goOn}>${say('form.goOn')}</button>
  </p>`;
};

/** What stands above fields that are filled with what was written before. */
export const restoredNote = (words: Words, discard: () => void) => {
  const say = frameWords(words.locale);
  return html`<p class="note">
    ${say('form.restored')}
    <button class="plain" type="button" @click=${discard}>${say('form.discard')}</button>
  </p>`;
};
