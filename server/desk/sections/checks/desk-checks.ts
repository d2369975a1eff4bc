import { html, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import { mapResult } from '#shared/result.ts';
import type { CheckView } from '#shared/wire/watch.ts';
import { openedRows } from '#desk/controllers/opened.ts';
import { sectionList } from '#desk/controllers/section-list.ts';
import { sectionHref, ticketHref } from '#desk/routes.ts';
import { addCheck, stopCheck } from '#desk/sections/checks/check-forms.ts';
import { checksApi } from '#desk/sections/checks/checks-api.ts';
import {
  backLink,
  listBody,
  notFound,
  primaryAct,
  sectionForm,
  sectionHead,
  tag,
} from '#desk/sections/parts.ts';

import { SectionElement } from '#desk/sections/section-element.ts';
import { serviceWords } from '#desk/sections/service/service-words.ts';

/** What is watched around the clock, and how it stands. */
export class DeskChecks extends SectionElement {
  @state() private silentSince: string | null = null;

  #opened = openedRows(this);
  #list = sectionList<CheckView>(this, async (after) =>
    mapResult(await this.#api.list(after), ({ rows, next, silentSince }) => {
      this.silentSince = silentSince;
      return { rows, next };
    }),
  );

  /** The check of the address that the keyboard went to, and the page that was asked for it. */
  #shown: string | undefined;
  #asked: string | undefined;

  protected override begin() {
    this.#shown = undefined;
    this.#asked = undefined;
    this.#list.restart();
  }

  /** The check of the address may stand on a later page. */
  override updated() {
    const { item } = this.scene;
    const { state } = this.#list;
    if (item === undefined || state.phase !== 'ready' || state.problem) return;
    const { rows, next } = state.page;
    if (rows.some(({ id }) => id === item)) this.#showOnce(item);
    else if (next !== null && next !== this.#asked) {
      this.#asked = next;
      this.#list.more();
    }
  }

  #showOnce(item: string) {
    if (this.#shown === item) return;
    this.#shown = item;
    const row = this.renderRoot.querySelector<HTMLElement>('details[open] summary');
    row?.scrollIntoView({ block: 'nearest' });
    row?.focus();
  }

  /** Whether no page holds the check of the address. */
  get #isMissing() {
    const { item } = this.scene;
    const { state } = this.#list;
    if (item === undefined || state.phase !== 'ready' || state.problem) return false;
    return state.page.next === null && !state.page.rows.some(({ id }) => id === item);
  }

  override render() {
    const { words, vendor } = this.scene;
    if (this.#isMissing) {
      return html`<div class="inner">
        ${backLink(words, sectionHref(vendor.key, 'checks'))}${notFound(words)}
      </div>`;
    }
    const say = serviceWords(words.locale);
    return html`<div class="inner">
        ${sectionHead(
          words,
          'checks',
          say('checks.lead'),
          primaryAct(say('checks.add'), () => this.form.open(addCheck(say, this.#api))),
        )}
        ${
          this.silentSince
            ? html`<p class="stale" role="alert">
                ${say('checks.silent', { time: this.moment(this.silentSince) })}
              </p>`
            : nothing
        }
        ${listBody(words, this.#list, {
          row: this.#row,
          empty: { icon: 'eye', fact: say('checks.empty'), more: say('checks.emptyMore') },
        })}
      </div>
      ${sectionForm(words, () => this.#list.refresh())}`;
  }

  #row = (check: CheckView) => {
    const say = serviceWords(this.scene.words.locale);
    const { id, name, url, everyMinutes: minutes, expectStatus: status } = check;
    return html`<details
        class="whole"
        ?open=${id === this.scene.item}
        @toggle=${this.#opened.toggled(id)}
      >
        <summary>
          <span class="title">${name}</span>
          <span class="side">${this.#state(check)}</span>
          <span class="meta figures"
            >${url} ·
            ${say('checks.rhythm', { minutes, status })}${
              check.notifyAffected ? ` · ${say('checks.told')}` : ''
            }</span
          >
        </summary>
        ${
          this.#opened.has(id)
            ? html`<desk-looks .scene=${this.scene} .check=${id}></desk-looks>`
            : nothing
        }
      </details>
      <span class="side whole">
        ${
          check.incident
            ? html`<a class="edged" href=${ticketHref(this.scene.vendor.key, check.incident)}
                >${say('checks.toIncident')}</a
              >`
            : nothing
        }
        <button
          class="edged"
          type="button"
          @click=${() => this.form.open(stopCheck(say, this.#api, check))}
        >
          ${say('checks.stop')}
        </button>
      </span>`;
  };

  #state({ incident, failuresInARow, lastResultAt }: CheckView) {
    const say = serviceWords(this.scene.words.locale);
    if (incident) return tag('late', 'alert', say('checks.incident'));
    if (failuresInARow > 0) {
      return tag('soon', 'alert', say('checks.failing', { count: failuresInARow }));
    }
    return lastResultAt === null
      ? tag('paused', 'clock', say('checks.never'))
      : html`${tag('met', 'check', say('checks.good'))}
          <span class="meta figures"
            >${say('checks.last', { time: this.moment(lastResultAt) })}</span
          >`;
  }

  get #api() {
    return checksApi(this.scene.fetch, this.scene.vendor.key);
  }
}
