import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '#shared/wire/problem.ts';
import type { Feed } from '#desk/controllers/feed.ts';
import type { SectionList } from '#desk/controllers/section-list.ts';
import { icon, type IconName } from '#desk/icons.ts';
import { frameWords } from '#desk/sections/frame-words.ts';
import type { SectionId } from '#desk/sections/section-ids.ts';
import type { Words } from '#desk/text/words.ts';

/** Colours of what a row says of itself; each with its icon and word. */
export type Tone = 'met' | 'soon' | 'late' | 'paused';

export const tag = (tone: Tone, name: IconName, word: string) =>
  html`<span class="tag ${tone}">${icon(name, 14)}${word}</span>`;

/** The name of a section, what it is for, and its one act. */
export const sectionHead = (
  words: Words,
  id: SectionId,
  lead: string,
  action: TemplateResult | typeof nothing = nothing,
) =>
  html`<div class="head">
      <h2>${frameWords(words.locale)(`section.${id}`)}</h2>
      ${action}
    </div>
    <p class="lead">${lead}</p>`;

/** The one act of a page. @param label a verb with its object */
export const primaryAct = (label: string, press: () => unknown) =>
  html`<button class="primary" type="button" @click=${press}>${label}</button>`;

/** The one form of a page. @param done what follows when the server has taken it */
export const sectionForm = (words: Words, done: () => unknown, width?: 'wide') =>
  html`<desk-section-form
    ?wide=${width === 'wide'}
    .words=${words}
    @desk-form-done=${done}
  ></desk-section-form>`;

/** The way from an open item to its list. */
export const backLink = (words: Words, href: string) =>
  html`<a class="back" href=${href}
    >${icon('back', 14)}${frameWords(words.locale)('item.back')}</a
  >`;

/** What stands in place of what there is not, or not any more. @param more a sentence, or nothing */
export const notFound = (words: Words, more = '') =>
  html`<desk-state
    icon="alert"
    .fact=${frameWords(words.locale)('item.missing')}
    .more=${more}
  ></desk-state>`;

/** What stands in place of what could not be loaded; what is not there is not asked for again. */
export const loadFailed = (
  words: Words,
  fact: 'list.failed' | 'item.failed',
  problem: Problem,
  retry: () => void,
) =>
  problem.code.endsWith('.not_found')
    ? notFound(words, words.problem(problem))
    : html`<desk-state
        tone="late"
        icon="alert"
        .fact=${frameWords(words.locale)(fact)}
        .more=${words.problem(problem)}
        .action=${words.say('common.retry')}
        @desk-retry=${retry}
      ></desk-state>`;

interface ListParts<Row> {
  readonly row: (row: Row) => TemplateResult;
  /** What stands where there is none yet. */
  readonly empty: { readonly icon: IconName; readonly fact: string; readonly more: string };
}

/** A list of a section in every state that it can be in. */
export function listBody<Row>(
  words: Words,
  { state, refresh, more }: SectionList<Row>,
  { row, empty }: ListParts<Row>,
) {
  const say = frameWords(words.locale);
  if (state.phase === 'loading') return nothing;
  if (state.phase === 'failed') return loadFailed(words, 'list.failed', state.problem, refresh);
  const { rows, next } = state.page;
  return html`${
    state.problem ? html`<p class="stale" role="alert">${say('list.stale')}</p>` : nothing
  }
  ${
    rows.length === 0
      ? html`<desk-state .icon=${empty.icon} .fact=${empty.fact} .more=${empty.more}></desk-state>`
      : html`<ul class="rows">
          ${rows.map((each) => html`<li>${row(each)}</li>`)}
        </ul>`
  }
  ${
    next === null
      ? nothing
      : html`<button class="edged more" type="button" @click=${more}>${say('list.more')}</button>`
  }`;
}

/** One open item in every state that it can be in. */
export function itemBody<Value>(
  words: Words,
  feed: Feed<Value>,
  show: (value: Value) => TemplateResult,
  refresh: () => void,
) {
  if (feed.phase === 'ready') return show(feed.value);
  return feed.phase === 'failed'
    ? loadFailed(words, 'item.failed', feed.problem, refresh)
    : nothing;
}

/** The clause behind a fact: leads to its sentence on the page of the regulation. */
export const policyClause = (words: Words, vendor: string, clause: string) =>
  html`<a
    class="clause"
    href=${`/policy/${encodeURIComponent(vendor)}?lang=${words.locale}#clause-${clause}`}
    target="_blank"
    rel="noopener"
    >${words.clause(clause)}</a
  >`;
