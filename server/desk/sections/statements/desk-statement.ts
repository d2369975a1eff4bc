import { html } from 'lit';
import { state } from 'lit/decorators.js';
import { monthAndYear } from '#shared/time.ts';
import type { SignedStatement } from '#shared/wire/statement.ts';
import { feedController } from '#desk/controllers/feed.ts';
import { sectionHref } from '#desk/routes.ts';
import { backLink, itemBody } from '#desk/sections/parts.ts';
import { SectionElement } from '#desk/sections/section-element.ts';
import { serviceWords } from '#desk/sections/service/service-words.ts';
import { lastMonths } from '#desk/sections/statements/months.ts';
import {
  attainmentTable,
  hoursLine,
  ticketRow,
} from '#desk/sections/statements/statement-parts.ts';
import { statementStyles } from '#desk/sections/statements/statement.styles.ts';
import { statementHref, statementsApi } from '#desk/sections/statements/statements-api.ts';

/** Months that can be picked. */
const shownMonths = 24;

/** One customer's month: what was promised, how it was kept, and the signed file to take along. */
export class DeskStatement extends SectionElement {
  static override styles = [...SectionElement.styles, statementStyles];

  @state() private month = '';

  #months = lastMonths(Date.now(), shownMonths);
  #statement = feedController<SignedStatement>(
    this,
    () =>
      statementsApi(this.scene.fetch, this.scene.vendor.key).statement(this.#customer, this.month),
    undefined,
    null,
  );

  protected override begin() {
    // a month that is over is what people state; this one is still to be lived
    this.month = this.#months[1] ?? '';
    this.#statement.restart();
  }

  override render() {
    const { words, vendor } = this.scene;
    return html`<div class="inner">
      ${backLink(words, sectionHref(vendor.key, 'statements'))}
      ${itemBody(
        words,
        this.#statement.state,
        (signed) => this.#shown(signed),
        () => this.#statement.refresh(),
      )}
    </div>`;
  }

  #shown({ statement }: SignedStatement) {
    const { words, vendor } = this.scene;
    const say = serviceWords(words.locale);
    const scene = {
      words,
      say,
      vendor: vendor.key,
      moment: (instant: string) => this.moment(instant),
    };
    return html`<div class="head">
        <h2>${statement.organisation.name}, ${monthAndYear(words.locale, statement.month)}</h2>
        ${this.#picker()}
        <button class="edged" type="button" @click=${() => print()}>
          ${say('statement.print')}
        </button>
        <a class="edged" download href=${statementHref(vendor.key, this.#customer, this.month)}
          >${say('statement.download')}</a
        >
      </div>
      <h3>${say('statement.attained')}</h3>
      ${attainmentTable(scene, statement)} ${hoursLine(scene, statement)}
      <h3>${say('statement.tickets')}</h3>
      ${
        statement.tickets.length === 0
          ? html`<p class="meta">${say('statement.noTickets')}</p>`
          : html`<ul class="rows">
              ${statement.tickets.map((ticket) => ticketRow(scene, ticket))}
            </ul>`
      }
      <p class="proof">${say('statement.proof')}</p>`;
  }

  #picker() {
    const { locale } = this.scene.words;
    return html`<label>
      ${serviceWords(locale)('statement.month')}
      <select class="pill" @change=${this.#pick}>
        ${this.#months.map(
          (month) =>
            html`<option value=${month} ?selected=${month === this.month}>
              ${monthAndYear(locale, month)}
            </option>`,
        )}
      </select>
    </label>`;
  }

  #pick = (event: Event) => {
    this.month = (event.target as HTMLSelectElement).value;
    this.#statement.refresh();
  };

  get #customer() {
    return this.scene.item ?? '';
  }
}
