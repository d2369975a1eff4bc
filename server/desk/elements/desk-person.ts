import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { DeskTicket } from '#shared/wire/desk.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { DeskApi } from '#desk/api/client.ts';
import { eraseForm } from '#desk/context/erase-form.ts';
import { styles as besideStyles } from '#desk/elements/desk-beside.styles.ts';
import { styles } from '#desk/elements/desk-context.styles.ts';
import { icon } from '#desk/icons.ts';
import { sectionForm } from '#desk/sections/parts.ts';
import type { DeskSectionForm } from '#desk/sections/desk-section-form.ts';
import { base, controls } from '#desk/styles/base.styles.ts';
import { personWords } from '#desk/text/person-words.ts';
import type { Words } from '#desk/text/words.ts';

/**
 * What can be done with the data of the person who asks: taken along, or erased for good.
 * @fires desk-refresh - the person was erased
 */
export class DeskPerson extends LitElement {
  static override styles = [
    base,
    controls,
    styles,
    besideStyles,
    css`
      .fact {
        display: grid;
      }
      .adds {
        margin: 0 -8px;
      }
      .gone {
        display: flex;
        align-items: center;
        gap: 6px;
        color: var(--rg-text-2);
      }
    `,
  ];

  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) api!: DeskApi;
  @property({ attribute: false }) ticket!: DeskTicket;

  @state() private news = '';
  @state() private problem: Problem | undefined;
  @query('desk-section-form') private form!: DeskSectionForm;

  override willUpdate(changed: PropertyValues<this>) {
    const before: DeskTicket | undefined = changed.get('ticket');
    if (!before || before.id === this.ticket.id) return;
    this.news = '';
    this.problem = undefined;
  }

  override updated(changed: PropertyValues<this>) {
    const before: DeskTicket | undefined = changed.get('ticket');
    const erasedNow = before?.id === this.ticket.id && !before.requester.erased;
    // the button that was pressed is gone
    if (erasedNow && this.ticket.requester.erased) {
      this.renderRoot.querySelector<HTMLElement>('.gone')?.focus();
    }
  }

  override render() {
    const { words, problem } = this;
    const say = personWords(words.locale);
    if (this.ticket.requester.erased) {
      return html`<section>
        <p class="gone" tabindex="-1">${icon('lock', 14)}${say('person.erased')}</p>
      </section>`;
    }
    return html`<section>
        <div class="fact">
          <h3>${say('person.title')}</h3>
          <span class="adds">
            <button class="plain" type="button" @click=${this.#export}>
              ${say('person.export')}
            </button>
            <button class="plain" type="button" aria-haspopup="dialog" @click=${this.#erase}>
              ${say('person.erase')}
            </button>
          </span>
        </div>
        <p class="small" role="status" ?hidden=${this.news === ''}>${this.news}</p>
        ${problem ? html`<p class="warn" role="alert">${words.problem(problem)}</p>` : nothing}
      </section>
      ${sectionForm(words, this.#erased)}`;
  }

  #export = async () => {
    const { ticket, words } = this;
    this.problem = undefined;
    this.news = '';
    const read = await this.api.person.read(ticket.vendor, ticket.requester.id);
    if (ticket.id !== this.ticket.id) return;
    if (!read.ok) {
      this.problem = read.failure;
      return;
    }
    const file = new Blob([JSON.stringify(read.value, null, 2)], { type: 'application/json' });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = `${ticket.number}.json`;
    link.click();
    URL.revokeObjectURL(link.href);
    this.news = personWords(words.locale)('person.exported');
  };

  #erase = () => {
    const say = personWords(this.words.locale);
    void this.form.open(eraseForm(say, this.api.person, this.ticket));
  };

  #erased = () =>
    this.dispatchEvent(new CustomEvent('desk-refresh', { bubbles: true, composed: true }));
}
