import { html, nothing } from 'lit';
import type { DeskArticle } from '#shared/wire/articles.ts';
import type { DeskTicket } from '#shared/wire/desk.ts';
import { icon } from '#desk/icons.ts';
import { ticketHref } from '#desk/routes.ts';
import type { writingController } from '#desk/sections/articles/writing.ts';
import type { KnowledgeSay } from '#desk/sections/knowledge/knowledge-words.ts';
import type { Words } from '#desk/text/words.ts';

/** Somebody stored another version meanwhile: both are kept, and a person says which goes on. */
export function conflictNote(
  say: KnowledgeSay,
  { version, versions }: DeskArticle,
  act: {
    readonly moment: (at: string) => string;
    /** Their version is shown beside. */
    readonly shown: boolean;
    readonly show: () => void;
    readonly over: () => void;
  },
) {
  const last = versions.at(-1);
  const by = { agent: last?.by ?? '', time: last ? act.moment(last.at) : '' };
  return html`<div class="older late" role="alert">
    <span>${say('edit.changed', { version, ...by })}</span>
    <button class="edged" type="button" @click=${act.show}>
      ${say(act.shown ? 'edit.mine' : 'edit.theirs')}
    </button>
    <button class="edged" type="button" @click=${act.over}>${say('edit.over', { version })}</button>
  </div>`;
}

/** The words of the request that wishes for an article. */
export const wishNote = (say: KnowledgeSay, { id, vendor, number, messages }: DeskTicket) =>
  html`<div class="older wish">
    <span
      >${say('edit.wish')} <a class="figures" href=${ticketHref(vendor, id)}>${number}</a>:
      ${messages.find(({ kind }) => kind === 'request')?.text}</span
    >
  </div>`;

/** What stands in the way and under no field, and the acts that end the writing. */
export function editorFoot(
  words: Words,
  say: KnowledgeSay,
  { problem, phase, isBusy }: ReturnType<typeof writingController>,
  { whole, drop }: { readonly whole: boolean; readonly drop: () => void },
) {
  const why =
    problem &&
    whole &&
    ('lacking' in problem
      ? problem.lacking
        ? say('edit.lacking', { language: say(`language.${problem.lacking}`) })
        : say('edit.blank')
      : words.problem(problem));
  return html`<div class="foot">
    <p class="problem" role="alert">${why ? html`${icon('alert')}<span>${why}</span>` : nothing}</p>
    <p class="meta" role="status">
      ${phase === 'retrying' ? words.say('composer.retrying') : nothing}
    </p>
    <button class="tool" type="button" @click=${drop}>${say('edit.drop')}</button>
    <button class="edged" value="save" ?disabled=${isBusy}>${say('edit.save')}</button>
    <button class="primary" value="publish" ?disabled=${isBusy}>
      ${isBusy ? words.say('composer.sending') : say('edit.publish')}
    </button>
  </div>`;
}
