import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { DeskSession } from '#shared/wire/desk.ts';
import type { Fetch } from '#desk/api/request.ts';
import { sectionHref } from '#desk/routes.ts';
import { backLinkStyles } from '#desk/sections/back-link.styles.ts';
import { styles } from '#desk/sections/desk-sections.styles.ts';
import { frameWords } from '#desk/sections/frame-words.ts';
import { backLink, notFound } from '#desk/sections/parts.ts';
import { sectionCode, type Section } from '#desk/sections/section.ts';
import {
  firstSection,
  sectionGroups,
  type SectionGroup,
  type SectionId,
} from '#desk/sections/section-ids.ts';
import { base } from '#desk/styles/base.styles.ts';
import type { Words } from '#desk/text/words.ts';

/** What has been fetched and registered; a module is evaluated once. */
const loaded = new Map<SectionId, Section>();

/** The sections of a vendor's desk: their list, and the one that is open, fetched when it is opened first. */
export class DeskSections extends LitElement {
  static override styles = [base, backLinkStyles, styles];

  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) fetch!: Fetch;
  @property({ attribute: false }) vendor!: DeskSession['vendors'][number];
  @property({ attribute: false }) agent!: DeskSession['agent'];
  @property() section: SectionId = firstSection;
  @property({ attribute: false }) item: string | undefined;
  @property() readerZone = 'UTC';

  @state() private failed: SectionId | undefined;

  override connectedCallback() {
    super.connectedCallback();
    window.addEventListener('online', this.#again);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener('online', this.#again);
  }

  override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('section')) void this.#load(this.section);
  }

  override render() {
    const say = frameWords(this.words.locale);
    return html`<nav aria-label=${say('sections.label')}>
        ${this.#groups(
          (label, ids) =>
            html`<div>
              <h2>${label}</h2>
              ${ids.map(
                (id) =>
                  html`<a
                    href=${sectionHref(this.vendor.key, id)}
                    aria-current=${id === this.section ? 'page' : 'false'}
                    >${say(`section.${id}`)}</a
                  >`,
              )}
            </div>`,
        )}
      </nav>
      <label class="chooser">
        ${say('sections.choose')}
        <select @change=${this.#choose} .value=${this.section}>
          ${this.#groups(
            (label, ids) =>
              html`<optgroup label=${label}>
                ${ids.map(
                  (id) =>
                    html`<option value=${id} ?selected=${id === this.section}>
                      ${say(`section.${id}`)}
                    </option>`,
                )}
              </optgroup>`,
          )}
        </select>
      </label>
      <div class="page">${this.#page()}</div>`;
  }

  #groups(show: (label: string, ids: readonly SectionId[]) => unknown) {
    const say = frameWords(this.words.locale);
    return (Object.keys(sectionGroups) as SectionGroup[]).map((group) =>
      show(say(`group.${group}`), sectionGroups[group]),
    );
  }

  #page() {
    const { section, words, fetch, vendor, agent, item, readerZone } = this;
    const say = frameWords(words.locale);
    if (this.failed === section) {
      return html`<desk-state
        tone="late"
        icon="alert"
        .fact=${say('sections.failed')}
        .more=${say('sections.failedMore')}
        .action=${words.say('common.retry')}
        @desk-retry=${() => this.#load(section)}
      ></desk-state>`;
    }
    const shown = loaded.get(section);
    if (!shown) return nothing;
    return item === undefined || shown.items
      ? shown.show({ words, fetch, vendor, agent, item, readerZone })
      : html`<div class="missing">
          ${backLink(words, sectionHref(vendor.key, section))}${notFound(words)}
        </div>`;
  }

  async #load(section: SectionId): Promise<void> {
    this.failed = undefined;
    if (loaded.has(section)) return;
    try {
      const code = await sectionCode[section]();
      if (!loaded.has(section)) code.section.define();
      loaded.set(section, code.section);
    } catch {
      // A page of an older version asks for code that is gone, or there is no network: both are told.
      this.failed = section;
    }
    this.requestUpdate();
  }

  #again = () => {
    if (this.failed) void this.#load(this.failed);
  };

  #choose = (event: Event) => {
    const chosen = (event.target as HTMLSelectElement).value as SectionId;
    location.hash = sectionHref(this.vendor.key, chosen);
  };
}
