import { html, nothing } from 'lit';
import type { DeskTicket } from '#shared/wire/desk.ts';
import { icon } from '#desk/icons.ts';
import type { AnswerKind } from '#desk/text/composer-effect.ts';
import type { Words } from '#desk/text/words.ts';

/** A reply or a question to it opens it again. */
export const hasEnded = ({ life }: DeskTicket): boolean => life.ending !== null;

interface FootActs {
  readonly attach: (event: Event) => void;
  readonly link: () => void;
  readonly send: (resolve: boolean) => void;
}

/** What is attached to an answer, and what sends it. */
export function composerFoot(
  { say }: Words,
  ticket: DeskTicket,
  {
    mode,
    pending,
    waits,
  }: {
    readonly mode: AnswerKind;
    /** It is being sent. */
    readonly pending: boolean;
    /** It cannot be sent now. */
    readonly waits: boolean;
  },
  { attach, link, send }: FootActs,
) {
  const resolved = hasEnded(ticket);
  return html`<div class="foot">
    <label class="tool attach" title=${say('composer.attach')}>
      <input
        type="file"
        multiple
        aria-label=${say('composer.attach')}
        ?disabled=${pending}
        @change=${attach}
      />${icon('paperclip')}
    </label>
    ${
      mode === 'reply'
        ? html`<button
            class="tool link"
            type="button"
            aria-haspopup="dialog"
            aria-label=${say('links.add')}
            title="${say('links.add')} (Ctrl K)"
            ?disabled=${pending}
            @click=${link}
          >
            ${icon('book')}
          </button>`
        : nothing
    }
    <span class="aside"
      >${
        resolved && mode !== 'note'
          ? say(ticket.life.mergedInto ? 'composer.mergedNote' : 'composer.resolvedNote')
          : nothing
      }</span
    >
    ${
      mode === 'reply' && !resolved
        ? html`<button class="edged" type="button" ?disabled=${waits} @click=${() => send(true)}>
            ${say('send.andResolve')}
          </button>`
        : nothing
    }
    <button class="primary" type="button" ?disabled=${waits} @click=${() => send(false)}>
      ${say(pending ? 'composer.sending' : `send.${mode}`)}<kbd>Ctrl ↵</kbd>
    </button>
  </div>`;
}
