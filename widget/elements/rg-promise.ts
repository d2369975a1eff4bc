import { LitElement, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { nearMoment, readersTime } from '#shared/time.ts';
import { controlStyles } from '#widget/elements/controls.styles.ts';
import { promiseStyles } from '#widget/elements/rg-promise.styles.ts';
import { clauseLink, phrase, unstatedSentence, type Ui } from '#widget/words.ts';

/** What the desk promises now: open or closed, the first reply, both clocks, the clause, the ruler. */
export class RgPromise extends LitElement {
  static override styles = [controlStyles, promiseStyles];

  @property({ attribute: false }) ui!: Ui;
  /** Only whether the desk is open; the list needs no promise of a new request. */
  @property({ type: Boolean }) brief = false;

  override render() {
    return html`${this.#hours()}${this.brief ? nothing : this.#promise()}`;
  }

  #hours() {
    const { words, config, now, readerZone } = this.ui;
    const { t, locale } = words;
    const { hours, timezone } = config;
    if (!hours) {
      const clause = config.hoursNotStatedClause;
      return clause
        ? html`<p class="state">
            ${phrase(t('promise.hoursNotStated'), { clause: clauseLink(this.ui, clause) })}
          </p>`
        : nothing;
    }
    const turn = hours.openNow ? hours.closesAt : hours.opensAt;
    const until = (at: number) => {
      const time = nearMoment(locale, timezone.id, at, now);
      const yours = readersTime(locale, timezone.id, readerZone, at);
      const sentence = hours.openNow ? 'promise.openUntil' : 'promise.opensAt';
      return html` ·
      ${t(sentence, { time, zone: timezone.label })}${
        yours ? html`, <span>${t('promise.yours', { time: yours })}</span>` : nothing
      }`;
    };
    return html`<p class="state ${hours.openNow ? 'open' : 'closed'}">
      <strong>${t(hours.openNow ? 'promise.open' : 'promise.closed')}</strong>${
        turn ? until(Date.parse(turn)) : nothing
      }
    </p>`;
  }

  #promise() {
    const { words, config, now, readerZone } = this.ui;
    const { t, locale } = words;
    const { promise, timezone, bridge } = config;
    const bridgeLine = bridge
      ? html`<p>
          ${phrase(t(bridge.channel === 'mail' ? 'promise.bridgeMail' : 'promise.bridgeChat'), {
            clause: clauseLink(this.ui, bridge.clause),
          })}
        </p>`
      : nothing;
    if (!promise.dueAt)
      return html`${bridgeLine}
        <p>${unstatedSentence(this.ui, promise)}</p>`;
    const clause = clauseLink(this.ui, promise.clause);
    const at = Date.parse(promise.dueAt);
    const said = nearMoment(locale, timezone.id, at, now);
    const yours = readersTime(locale, timezone.id, readerZone, at);
    const key = promise.estimated
      ? 'promise.firstEstimated'
      : yours
        ? 'promise.firstByBoth'
        : 'promise.firstBy';
    const due = html`<strong>${said}</strong>`;
    return html`${bridgeLine}
      <p class="due">${phrase(t(key, { ...(yours && { yours }) }), { due, clause })}</p>
      <rg-ruler
        .segments=${promise.segments}
        .now=${now}
        .dueAt=${at}
        .locale=${locale}
        .timezone=${timezone.id}
        .nowLabel=${t('promise.now')}
        .label=${t('promise.ruler', { start: t('promise.now'), due: said })}
      ></rg-ruler>`;
  }
}
