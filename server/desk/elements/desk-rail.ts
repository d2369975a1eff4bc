import { html, LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { DeskSession } from '#shared/wire/desk.ts';
import { languages, type Language } from '#shared/vocabulary.ts';
import { icon, type IconName } from '#desk/icons.ts';
import { themes, type Theme } from '#desk/preferences.ts';
import { outboxHref, queueHref, sectionHref, type Route } from '#desk/routes.ts';
import { styles } from '#desk/elements/desk-rail.styles.ts';
import { firstSection } from '#desk/sections/section-ids.ts';
import { base } from '#desk/styles/base.styles.ts';
import type { Words } from '#desk/text/words.ts';

const localeNames: Record<Language, string> = { ru: 'Русский', uz: 'Oʻzbekcha', en: 'English' };

/**
 * The narrow bar of places and switches; at the bottom of a small screen.
 * @fires desk-locale, desk-theme, desk-vendor - `detail` is what a person chose
 * @fires desk-sign-out, desk-keys
 */
export class DeskRail extends LitElement {
  static override styles = [base, styles];

  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) session!: DeskSession;
  @property({ attribute: false }) route!: Route;
  @property() vendor = '';
  @property() theme: Theme = 'system';

  override render() {
    const { say } = this.words;
    const { page } = this.route;
    const theme = say('nav.theme', { theme: say(`theme.${this.theme}`) });
    return html`<nav aria-label=${say('nav.label')}>
      <span class="mark">${icon('mark', 22)}</span>
      ${place(queueHref(this.vendor), 'inbox', say('nav.queue'), page === 'queue' || page === 'home')}
      ${place(outboxHref(this.vendor), 'outbox', say('nav.outbox'), page === 'outbox')}
      ${place(sectionHref(this.vendor, firstSection), 'sections', say('nav.sections'), page === 'section')}
      ${this.#vendors()}
      <span class="gap"></span>
      <button
        class="keys"
        type="button"
        aria-label=${say('nav.keys')}
        title="${say('nav.keys')} (?)"
        @click=${() => this.#fire('desk-keys')}
      >
        ${icon('keys', 18)}
      </button>
      ${this.#languages()}
      <button type="button" aria-label=${theme} title=${theme} @click=${this.#nextTheme}>
        ${icon(this.theme, 18)}
      </button>
      <button
        type="button"
        aria-label=${say('nav.signOut')}
        title="${say('nav.signOut')}: ${this.session.agent.name}"
        @click=${() => this.#fire('desk-sign-out')}
      >
        ${icon('leave', 18)}
      </button>
    </nav>`;
  }

  #vendors() {
    const { vendors } = this.session;
    const current = vendors.find(({ key }) => key === this.vendor);
    return html`<label class="pick vendor" title=${current?.name ?? ''}>
      <span aria-hidden="true">${initials(current?.name ?? '')}</span>
      <select
        aria-label=${this.words.say('nav.vendor')}
        @change=${(event: Event) => this.#fire('desk-vendor', chosen(event))}
      >
        ${vendors.map(
          ({ key, name, open }) =>
            html`<option value=${key} ?selected=${key === this.vendor}>${name} · ${open}</option>`,
        )}
      </select>
    </label>`;
  }

  #languages() {
    const { locale, say } = this.words;
    return html`<label class="pick" title=${localeNames[locale]}>
      <span aria-hidden="true">${locale.toUpperCase()}</span>
      <select
        aria-label=${say('nav.language')}
        @change=${(event: Event) => this.#fire('desk-locale', chosen(event))}
      >
        ${languages.map(
          (each) =>
            html`<option value=${each} lang=${each} ?selected=${each === locale}>
              ${localeNames[each]}
            </option>`,
        )}
      </select>
    </label>`;
  }

  override updated() {
    const picker = this.renderRoot.querySelector<HTMLSelectElement>('.vendor select');
    if (picker) picker.value = this.vendor;
  }

  #nextTheme() {
    const next = themes[(themes.indexOf(this.theme) + 1) % themes.length];
    this.#fire('desk-theme', next);
  }

  #fire(name: string, detail?: unknown) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

const place = (href: string, name: IconName, label: string, here: boolean) =>
  html`<a href=${href} aria-current=${here ? 'page' : 'false'} aria-label=${label} title=${label}
    >${icon(name, 18)}</a
  >`;

const chosen = (event: Event): string => (event.currentTarget as HTMLSelectElement).value;

/** Two letters of a name: `МД` of `Мои документы`, `MO` of `MODME`. */
function initials(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const letters =
    words.length > 1 ? words.slice(0, 2).map((word) => word.slice(0, 1)) : [name.slice(0, 2)];
  return letters.join('').toUpperCase();
}
