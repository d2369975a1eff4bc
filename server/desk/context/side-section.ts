import { html, nothing } from 'lit';
import type { BesideScene } from '#desk/beside/scene.ts';
import type { SideAct, SideSubject } from '#desk/beside/side-forms.ts';
import type { DeskKey } from '#desk/text/words.ts';

/** A section beside a ticket: its name, what can be added to it, what is there; left out where neither is. */
export function sideSection(
  { words, open }: BesideScene,
  title: DeskKey,
  adds: readonly SideAct[],
  body: unknown = nothing,
) {
  if (adds.length === 0 && body === nothing) return nothing;
  return html`<section>
    <div class="fact">
      <h3>${words.say(title)}</h3>
      <span class="adds"
        >${adds.map(
          (act) =>
            html`<button
              class="plain add"
              type="button"
              aria-haspopup="dialog"
              @click=${() => open(act)}
            >
              ${words.say(`side.${act}`)}
            </button>`,
        )}</span
      >
    </div>
    ${body}
  </section>`;
}

/** What can be done with one of several; each button says what it is about. */
export const sideActs = (
  { words, open }: BesideScene,
  acts: readonly SideAct[],
  subject: SideSubject,
) =>
  acts.length === 0
    ? nothing
    : html`<span class="adds"
        >${acts.map(
          (act) =>
            html`<button
              class="plain"
              type="button"
              aria-haspopup="dialog"
              aria-label="${words.say(`side.${act}`)}: ${subject.label}"
              @click=${() => open(act, subject)}
            >
              ${words.say(`side.${act}`)}
            </button>`,
        )}</span
      >`;
