import { html, LitElement, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { languages, type Language } from '#shared/vocabulary.ts';
import { tokens } from '#widget/tokens.styles.ts';
import { readPreferences, writePreferences } from '#desk/preferences.ts';
import {
  operationGroups,
  withWords,
  type ApiDocument,
  type OperationGroup,
  type ShownAccess,
  type ShownOperation,
} from '#desk/reference/operations.ts';
import { styles } from '#desk/reference/reference-page.styles.ts';
import { referenceWords } from '#desk/reference/reference-words.ts';
import { base } from '#desk/styles/base.styles.ts';

const languageNames: Readonly<Record<Language, string>> = {
  ru: 'Русский',
  uz: 'Oʻzbekcha',
  en: 'English',
};
const known = ['agent', 'machine', 'requester', 'guest'] as const;

/** The reference of the API, made in the browser from the server's own OpenAPI document. */
export class ReferencePage extends LitElement {
  static override styles = [tokens, base, styles];

  @state() private groups: readonly OperationGroup[] | 'loading' | 'failed' = 'loading';
  @state() private words = '';
  @state() private locale = readPreferences(localStorage, navigator.languages).locale;

  override connectedCallback() {
    super.connectedCallback();
    void this.#load();
  }

  override willUpdate() {
    document.documentElement.lang = this.locale;
    document.title = referenceWords(this.locale)('title');
  }

  async #load() {
    try {
      const response = await fetch('/v1/openapi.json');
      this.groups = operationGroups((await response.json()) as ApiDocument);
      await this.updateComplete;
      this.#reveal();
    } catch {
      this.groups = 'failed';
    }
  }

  /** Opens the operation that the address names. */
  #reveal() {
    const named = location.hash.slice(1);
    const found = named === '' ? null : this.renderRoot.querySelector(`#${CSS.escape(named)}`);
    if (found instanceof HTMLDetailsElement) found.open = true;
    found?.scrollIntoView();
  }

  override render() {
    const say = referenceWords(this.locale);
    const { groups } = this;
    if (groups === 'loading') return html`<main role="status">${say('loading')}</main>`;
    if (groups === 'failed')
      return html`<main role="alert">
        <h1>${say('failed')}</h1>
        <p>${say('failedMore')}</p>
      </main>`;
    const found = withWords(groups, this.words);
    const count = found.reduce((sum, { operations }) => sum + operations.length, 0);
    return html`<div class="page">
      <header>
        <h1>${say('title')}</h1>
        <p class="about">${say('about')}</p>
        <p class="about">${say('keys')}</p>
        <p class="about">${say('hooks')}</p>
        <p><a class="link" href="/v1/openapi.json">${say('document')}</a></p>
      </header>
      <nav aria-label=${say('groups')}>
        ${this.#language()}
        <label>
          ${say('find')}
          <input type="search" .value=${this.words} @input=${this.#typed} />
        </label>
        <p class="quiet figures" role="status">
          ${count === 0 ? say('none') : say('shown', { count })}
        </p>
        <ul>
          ${found.map(
            ({ name }) => html`<li><a href="#${name}" @click=${this.#go}>${name}</a></li>`,
          )}
        </ul>
      </nav>
      <main>
        ${repeat(
          found,
          ({ name }) => name,
          (group) => this.#group(group),
        )}
      </main>
    </div>`;
  }

  #language() {
    const say = referenceWords(this.locale);
    return html`<label>
      ${say('language')}
      <select @change=${this.#speak}>
        ${languages.map(
          (one) =>
            html`<option value=${one} ?selected=${one === this.locale}>
              ${languageNames[one]}
            </option>`,
        )}
      </select>
    </label>`;
  }

  #group({ name, operations }: OperationGroup) {
    return html`<section id=${name}>
      <h2>${name}</h2>
      ${repeat(
        operations,
        ({ id }) => id,
        (operation) => this.#operation(operation),
      )}
    </section>`;
  }

  #operation({ id, method, path, summary, access, parameters, sends, answers }: ShownOperation) {
    const say = referenceWords(this.locale);
    return html`<details id=${id}>
      <summary>
        <code class="method">${method}</code><code>${path}</code><span>${summary}</span>
      </summary>
      <div class="inside">
        <div>
          <h3>${say('access')}</h3>
          <ul>
            ${access.length === 0 ? html`<li>${say('open')}</li>` : access.map((way) => this.#way(way))}
          </ul>
        </div>
        ${
          parameters.length === 0
            ? nothing
            : html`<div>
                <h3>${say('parameters')}</h3>
                <ul>
                  ${parameters.map(
                    (one) =>
                      html`<li>
                        <code>${one.name}</code>
                        <span class="quiet"
                          >${one.in}${one.required ? `, ${say('required')}` : ''}</span
                        >
                        ${one.description ?? nothing}
                      </li>`,
                  )}
                </ul>
              </div>`
        }
        ${
          sends === undefined
            ? nothing
            : html`<div>
                <h3>${say('sends')}</h3>
                <pre tabindex="0">${sends}</pre>
              </div>`
        }
        <div>
          <h3>${say('answers')}</h3>
          <ul>
            ${answers.map(
              ({ status, description, example }) =>
                html`<li>
                  <strong class="figures">${status}</strong> ${description}
                  ${example === undefined ? nothing : html`<pre tabindex="0">${example}</pre>`}
                </li>`,
            )}
          </ul>
        </div>
      </div>
    </details>`;
  }

  #way({ who, scope }: ShownAccess) {
    const name = known.find((one) => one === who);
    return html`<li>${name ? referenceWords(this.locale)(name, { scope }) : who}</li>`;
  }

  #typed(event: Event) {
    this.words = (event.target as HTMLInputElement).value;
  }

  #speak(event: Event) {
    const chosen = (event.target as HTMLSelectElement).value;
    this.locale = languages.find((one) => one === chosen) ?? this.locale;
    const kept = readPreferences(localStorage, navigator.languages);
    writePreferences(localStorage, { ...kept, locale: this.locale });
  }

  /** The parts are in a shadow tree, where an address alone leads nowhere. */
  #go(event: Event) {
    event.preventDefault();
    const { hash } = event.currentTarget as HTMLAnchorElement;
    this.renderRoot
      .querySelector(`#${CSS.escape(decodeURIComponent(hash.slice(1)))}`)
      ?.scrollIntoView();
  }
}
