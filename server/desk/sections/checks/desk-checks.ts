import { html, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import { mapResult } from '#shared/result.ts';
import type { CheckView } from '#shared/wire/watch.ts';
import { sectionList } from '#desk/controllers/section-list.ts';
import { ticketHref } from '#desk/routes.ts';
import { addCheck, stopCheck } from '#desk/sections/checks/check-forms.ts';
import { checksApi } from '#desk/sections/checks/checks-api.ts';
import { listBody, sectionHead, tag } from '#desk/sections/parts.ts';
import { SectionElement } from '#desk/sections/section-element.ts';
import { serviceWords } from '#desk/sections/service/service-words.ts';

/** What is watched around the clock, and how it stands. */
export class DeskChecks extends SectionElement {
  @state() private silentSince: string | null = null;
  @state() private opened: ReadonlySet<string> = new Set();

  #list = sectionList<CheckView>(this, async () =>
    mapResult(await this.#api.list(), ({ rows, silentSince }) => {
      this.silentSince = silentSince;
      return { rows, next: null };
    }),
  );

  protected override begin() {
    this.#list.restart();
  }

  override render() {
    const { words } = this.scene;
    const say = serviceWords(words.locale);
    return html`<div class="inner">
        ${sectionHead(
          words,
          'checks',
          say('checks.lead'),
          html`<button
            class="primary"
            type="button"
            @click=${() => this.form.open(addCheck(say, this.#api))}
          >
            ${say('checks.add')}
          </button>`,
        )}
        ${
          this.silentSince
            ? html`<p class="stale" role="alert">
                ${say('checks.silent', { time: this.moment(this.silentSince) })}
              </p>`
            : nothing
        }
        ${listBody(words, this.#list.state, {
          row: this.#row,
          empty: { icon: 'eye', fact: say('checks.empty'), more: say('checks.emptyMore') },
          refresh: () => this.#list.refresh(),
          more: () => this.#list.more(),
        })}
      </div>
      <desk-section-form
        .words=${words}
        @desk-form-done=${() => this.#list.refresh()}
      ></desk-section-form>`;
  }

  #row = (check: CheckView) => {
    const say = serviceWords(this.scene.words.locale);
    const { id, name, url, everyMinutes: minutes, expectStatus: status } = check;
    return html`<details class="whole" @toggle=${(event: Event) => this.#toggle(id, event)}>
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
          this.opened.has(id)
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

  /** What was open once keeps what it has loaded. */
  #toggle(id: string, event: Event) {
    if ((event.target as HTMLDetailsElement).open) this.opened = new Set([...this.opened, id]);
  }

  get #api() {
    return checksApi(this.scene.fetch, this.scene.vendor.key);
  }
}
