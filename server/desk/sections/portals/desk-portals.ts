import { css, html, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import type { CustomerPortal } from '#shared/wire/desk-portals.ts';
import { sectionList } from '#desk/controllers/section-list.ts';
import { listBody, sectionForm, sectionHead, tag } from '#desk/sections/parts.ts';
import {
  bindContract,
  refuseContract,
  unbindContract,
} from '#desk/sections/portals/portal-forms.ts';
import { portalFacts, portalNews } from '#desk/sections/portals/portal-facts.ts';
import { portalWords } from '#desk/sections/portals/portal-words.ts';
import { portalsApi } from '#desk/sections/portals/portals-api.ts';
import { SectionElement } from '#desk/sections/section-element.ts';
import type { FormSpec } from '#desk/sections/form-spec.ts';

/** Portals of customers, whose contracts wait to be confirmed here. */
export class DeskPortals extends SectionElement {
  static override styles = [
    ...SectionElement.styles,
    css`
      .waits {
        color: var(--rg-text);
      }
      .side.whole {
        margin-top: 4px;
      }
    `,
  ];

  /** `true` shows only those that wait; empty all. */
  @state() private shown = '';

  #list = sectionList<CustomerPortal>(this, (after) => this.#api.list(this.shown, after));

  protected override begin() {
    this.shown = '';
    this.#list.restart();
  }

  override render() {
    const { words } = this.scene;
    const say = this.#say;
    return html`<div class="inner">
        ${sectionHead(words, 'portals', say('lead'), this.#chooser())}
        ${listBody(words, this.#list, {
          row: this.#row,
          empty: {
            icon: 'system',
            fact: say(this.shown ? 'empty.asked' : 'empty'),
            more: say(this.shown ? 'empty.askedMore' : 'emptyMore'),
          },
        })}
      </div>
      ${sectionForm(words, () => this.#list.refresh())}`;
  }

  #chooser() {
    const say = this.#say;
    return html`<label>
      ${say('show.label')}
      <select class="pill" .value=${this.shown} @change=${this.#choose}>
        <option value="">${say('show.all')}</option>
        <option value="true">${say('show.asked')}</option>
      </select>
    </label>`;
  }

  #choose = (event: Event) => {
    this.shown = (event.target as HTMLSelectElement).value;
    this.#list.restart();
  };

  #row = (portal: CustomerPortal) => {
    const say = this.#say;
    const told = { say, locale: this.scene.words.locale, moment: (at: string) => this.moment(at) };
    return html`<span class="title">${portal.domain}</span>
      <span class="meta">${portalFacts(told, portal)}</span>
      ${portalNews(told, portal).map((line) => html`<span class="meta waits whole">${line}</span>`)}
      <span class="side">${this.#standing(portal)}</span>
      <span class="side whole">${this.#acts(portal)}</span>`;
  };

  #standing({ state: stands, change, uninstalledAt }: CustomerPortal) {
    const say = this.#say;
    if (uninstalledAt)
      return tag('paused', 'pause', say('removed', { date: this.moment(uninstalledAt) }));
    if (change === 'asked') return tag('soon', 'clock', say('change.asked'));
    const marks = {
      none: ['paused', 'pause'],
      asked: ['soon', 'clock'],
      confirmed: ['met', 'check'],
      refused: ['late', 'alert'],
    } as const;
    const [tone, name] = marks[stands];
    return tag(tone, name, say(`state.${stands}`));
  }

  #acts(portal: CustomerPortal) {
    const [say, api] = [this.#say, this.#api];
    const waits = portal.ask !== null && portal.ask.refusedAt === null;
    const bind = waits ? 'confirm' : portal.contract ? 'change' : 'bind';
    return html`${this.#act(say(bind), bindContract(say, api, portal))}
    ${waits ? this.#act(say('refuse'), refuseContract(say, api, portal)) : nothing}
    ${portal.contract ? this.#act(say('unbind'), unbindContract(say, api, portal)) : nothing}`;
  }

  #act = (label: string, form: FormSpec) =>
    html`<button class="edged" type="button" @click=${() => this.form.open(form)}>
      ${label}
    </button>`;

  get #say() {
    return portalWords(this.scene.words.locale);
  }

  get #api() {
    return portalsApi(this.scene.fetch, this.scene.vendor.key);
  }
}
