import { html } from 'lit';
import type { DeskTicket } from '#shared/wire/desk.ts';
import { icon, type IconName } from '#desk/icons.ts';
import type { AnswerKind } from '#desk/text/composer-effect.ts';
import type { Words } from '#desk/text/words.ts';

/** The modes of the composer; the letters are keys by place, not by layout. */
export const modes = [
  { kind: 'reply', icon: 'reply', letter: 'R' },
  { kind: 'question', icon: 'question', letter: 'I' },
  { kind: 'note', icon: 'note', letter: 'N' },
] as const satisfies readonly { kind: AnswerKind; icon: IconName; letter: string }[];

/** Before its arrival nothing can be answered, and what the watch opened has nobody to read it. */
export const onlyNotes = ({ status, watch }: DeskTicket): boolean =>
  status === 'awaiting_channel' || watch !== undefined;

/** Three modes side by side, the active one filled with its colour. */
export function modeTabs(
  { say }: Words,
  active: AnswerKind,
  disabled: boolean,
  choose: (kind: AnswerKind) => void,
) {
  return html`<div class="modes" role="group" aria-label=${say('composer.modes')}>
    ${modes.map(
      (mode) =>
        html`<button
          type="button"
          class="mode"
          aria-pressed=${mode.kind === active}
          aria-keyshortcuts=${mode.letter}
          ?disabled=${disabled}
          @click=${() => choose(mode.kind)}
        >
          ${icon(mode.icon)}<span>${say(`mode.${mode.kind}`)}</span><kbd>${mode.letter}</kbd>
        </button>`,
    )}
  </div>`;
}
