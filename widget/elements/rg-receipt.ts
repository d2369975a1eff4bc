import { LitElement, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { dateAndTime, readersTime, weekdayAndTime } from '#shared/time.ts';
import type { TicketReceipt } from '#shared/wire/ticket.ts';
import type { Api } from '#widget/api/client.ts';
import { controlStyles } from '#widget/elements/controls.styles.ts';
import { focusTitle } from '#widget/elements/focus-title.ts';
import { receiptStyles } from '#widget/elements/rg-receipt.styles.ts';
import { explainPromise } from '#widget/explain.ts';
import { bridgeBlock } from '#widget/form/bridge.ts';
import { clauseLink, phrase, unstatedSentence, type Ui } from '#widget/words.ts';

/** What the person holds after sending. @fires rg-go - `detail`: `list`, `thread` or `close` */
export class RgReceipt extends LitElement {
  static override styles = [controlStyles, receiptStyles];

  @property({ attribute: false }) ui!: Ui;
  @property({ attribute: false }) receipt!: TicketReceipt;
  @property({ attribute: false }) read!: Api['read'];
  @property({ attribute: false }) lost: readonly string[] = [];

  @state() private copied = false;

  protected override firstUpdated() {
    focusTitle(this);
  }

  override render() {
    const { ui, receipt } = this;
    const { t } = ui.words;
    const noResolution = receipt.decision.notices.find(({ code }) => code === 'no_resolution_term');
    return html`<div class="scroll">
        ${this.#head()}
        <div class="term">
          ${
            receipt.bridge
              ? html`${bridgeBlock(ui, receipt)}
                  <p class="note">${unstatedSentence(ui, receipt.decision.firstResponse)}</p>`
              : this.#term()
          }
        </div>
        ${this.#next()}
        ${
          noResolution
            ? html`<p class="end note">
                ${phrase(t('receipt.noResolution', { vendor: ui.config.vendor.name }), {
                  clause: clauseLink(ui, noResolution.clause),
                })}
              </p>`
            : nothing
        }
      </div>
      <footer>
        <span class="grow"
          ><button type="button" class="quiet" @click=${() => this.#go('list')}>
            ${t('receipt.all')}
          </button></span
        >
        <button type="button" class="button" @click=${() => this.#go('thread')}>
          ${t('receipt.add')}
        </button>
        <button
          type="button"
          class="button ${receipt.bridge ? '' : 'primary'}"
          @click=${() => this.#go('close')}
        >
          ${t('receipt.done')}
        </button>
      </footer>`;
  }

  #head() {
    const { words, config, readerZone } = this.ui;
    const { t, locale } = words;
    const { number, createdAt, receivedAt } = this.receipt;
    const at = Date.parse(receivedAt ?? createdAt);
    const yours = readersTime(locale, config.timezone.id, readerZone, at);
    return html`<div class="head ${this.receipt.bridge ? 'prepared' : ''}">
      <p class="number">
        <strong>${number}</strong>
        <button type="button" class="quiet" @click=${this.#copy} aria-live="polite">
          ${t(this.copied ? 'receipt.copied' : 'receipt.copy')}
        </button>
      </p>
      <p class="note">
        ${dateAndTime(locale, config.timezone.id, at)}
        (${config.timezone.label})${yours ? `, ${t('promise.yours', { time: yours })}` : nothing}
      </p>
    </div>`;
  }

  #term() {
    const { ui, receipt } = this;
    const { words, config, readerZone, now } = ui;
    const { t, locale } = words;
    const { firstResponse, edition } = receipt.decision;
    const { hoursNotStatedClause } = config;
    if (!firstResponse.dueAt)
      return html`<p>${unstatedSentence(ui, firstResponse)}</p>
        ${
          hoursNotStatedClause
            ? html`<p class="note">
                ${phrase(t('promise.hoursNotStated'), {
                  clause: clauseLink(ui, hoursNotStatedClause),
                })}
              </p>`
            : nothing
        }`;
    const clause = clauseLink(ui, firstResponse.clause);
    const zone = config.timezone.id;
    const dueAt = Date.parse(firstResponse.dueAt);
    const receivedAt = Date.parse(receipt.receivedAt ?? receipt.createdAt);
    const yours = readersTime(locale, zone, readerZone, dueAt);
    const due = dateAndTime(locale, zone, dueAt);
    const label = { start: weekdayAndTime(locale, zone, receivedAt), due };
    const same = edition === config.edition.id;
    return html`<p class="due">
        ${phrase(t('receipt.firstBy'), {
          due: html`<strong>${t('receipt.by', { due })}</strong>`,
        })}
      </p>
      <p class="note">
        ${phrase(
          t(yours ? 'receipt.zoneBoth' : 'receipt.zone', {
            zone: config.timezone.label,
            ...(yours && { yours }),
          }),
          { clause },
        )}
      </p>
      <rg-ruler
        .segments=${firstResponse.segments}
        .now=${now}
        .dueAt=${dueAt}
        .locale=${locale}
        .timezone=${zone}
        .nowLabel=${t('promise.now')}
        .label=${t('promise.ruler', label)}
      ></rg-ruler>
      <details open>
        <summary><rg-icon name="down"></rg-icon>${t('receipt.how')}</summary>
        <p>
          ${explainPromise(words, firstResponse, {
            zone,
            receivedAt,
            editionDate: same ? config.edition.date : null,
            editionId: edition,
          })}
        </p>
      </details>`;
  }

  #next() {
    const { ui, receipt, lost } = this;
    const { t } = ui.words;
    const email = ui.config.requester?.email;
    const label = ui.launcherLabel;
    const bridge = receipt.bridge !== undefined;
    const line = (icon: string, text: string) =>
      html`<li><rg-icon name=${icon}></rg-icon><span>${text}</span></li>`;
    return html`<div class="next">
      <h3>${t('receipt.next')}</h3>
      <ul>
        ${lost.length > 0 ? line('alert', t('receipt.lost', { names: lost.join(', ') })) : nothing}
        ${
          bridge
            ? nothing
            : line(
                'check',
                email && label ? t('receipt.recordedMail', { email }) : t('receipt.recorded'),
              )
        }
        ${line('chat', label ? t('receipt.answerHere', { label }) : this.#answerHere(email))}
        ${line('plus', t('receipt.addHere'))}
      </ul>
      <rg-keep .words=${ui.words} .ticket=${receipt} .read=${this.read}></rg-keep>
    </div>`;
  }

  #answerHere(email: string | undefined) {
    const { t } = this.ui.words;
    return email ? t('contact.answerHereAndMail', { email }) : t('contact.answerHere');
  }

  async #copy() {
    const copying = navigator.clipboard?.writeText(this.receipt.number);
    this.copied =
      (await copying?.then(
        () => true,
        () => false,
      )) ?? false;
  }

  #go(screen: 'list' | 'thread' | 'close') {
    this.dispatchEvent(new CustomEvent('rg-go', { detail: screen }));
  }
}
