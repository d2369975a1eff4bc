import { html, nothing } from 'lit';
import type { DeskTicket } from '#shared/wire/desk.ts';
import type { HoursBudgetView } from '#shared/wire/hours.ts';
import { usesHours, type SideAct, type SideSubject } from '#desk/beside/side-forms.ts';
import { icon } from '#desk/icons.ts';
import { saidOnce } from '#desk/sections/said-once.ts';
import type { Words } from '#desk/text/words.ts';

/** What is said before an act is done; acts that speak for themselves say nothing. */
const notes = [
  'log_time',
  'void_time',
  'arrange_meeting',
  'hold_meeting',
  'cancel_meeting',
  'ask_access',
  'revoke_access',
  'invite_guest',
  'revoke_guest',
  'remove_participant',
  'finish_order',
] as const;

/** The act and its ticket. */
export const sideHead = ({ say }: Words, { number }: DeskTicket, act: SideAct, close: () => void) =>
  html`<header>
    <h2 id="title">${say(`side.title.${act}`)}</h2>
    <span class="number figures">${number}</span>
    <button class="tool" type="button" aria-label=${say('common.close')} @click=${close}>
      ${icon('close')}
    </button>
  </header>`;

/** Which of several it is about, and what comes of it. */
export function sideNote(
  { say }: Words,
  act: SideAct,
  { subject, budget }: { subject: SideSubject | undefined; budget: HoursBudgetView | null },
) {
  // of hours that nobody counts there is nothing to say
  const note = usesHours(act) && !budget ? undefined : notes.find((one) => one === act);
  return html`${subject ? html`<p class="subject">${subject.label}</p>` : nothing}${
    note ? html`<p class="note">${say(`side.note.${note}`)}</p>` : nothing
  }`;
}

/** A link that is said once. */
export const sideLink = (words: Words, link: string) =>
  saidOnce(words, {
    note: words.say('guest.link'),
    value: link,
    copy: words.say('guest.copy'),
  });

/** The way out and the act; after a link only the way out. */
export const sideFoot = (
  { say }: Words,
  act: SideAct,
  { link, pending, close }: { link: string; pending: boolean; close: () => void },
) =>
  link
    ? html`<footer><button class="primary">${say('common.close')}</button></footer>`
    : html`<footer>
        <button class="tool" type="button" @click=${close}>${say('form.cancel')}</button>
        <button class="primary" ?disabled=${pending}>
          ${say(pending ? 'composer.sending' : `side.title.${act}`)}
        </button>
      </footer>`;
