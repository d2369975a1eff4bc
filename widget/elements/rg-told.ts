import { css, html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { civilDate } from '#shared/time.ts';
import type { TicketThread } from '#shared/wire/ticket.ts';
import { bothTimes } from '#widget/both-times.ts';
import { controlStyles } from '#widget/elements/controls.styles.ts';
import type { OwnActsWords } from '#widget/own-acts-words.ts';
import { loadReachWords, type ReachWords } from '#widget/reach-words.ts';
import { clauseLink, type Ui } from '#widget/words.ts';

/** What the person was told of how their request goes on, with the clause. */
export class RgTold extends LitElement {
  static override styles = [
    controlStyles,
    css`
      p {
        display: flex;
        gap: 8px;
        color: var(--rg-text-2);
        font-size: 12px;
        line-height: 16px;
      }
      rg-icon {
        flex: none;
      }
    `,
  ];

  @property({ attribute: false }) ui!: Ui;
  @property({ attribute: false }) words!: OwnActsWords;
  @property({ attribute: false }) told!: TicketThread['told'];

  @state() private reach: ReachWords | undefined;

  protected override willUpdate() {
    const { locale } = this.words;
    if (!this.told.portal || this.reach?.locale === locale) return;
    // without a connection the line comes with the next news
    void loadReachWords(locale).then(
      (words) => (this.reach = words),
      () => undefined,
    );
  }

  override render() {
    const { say } = this.words;
    const { escalation, release, deferred, portal } = this.told;
    return [
      portal && this.reach
        ? this.#line(this.reach.notReached(portal), portal.clause, 'alert')
        : nothing,
      escalation ? this.#line(this.#escalated(escalation), escalation.clause) : nothing,
      release ? this.#line(this.#released(release), null) : nothing,
      deferred
        ? this.#line(
            say('told.deferred', { reason: deferred.reason.replace(/\.$/, '') }),
            deferred.clause,
          )
        : nothing,
    ];
  }

  #line(said: string, clause: string | null, icon = 'clock') {
    return html`<p>
      <rg-icon name=${icon}></rg-icon>
      <span>${said}${clause ? html` — ${clauseLink(this.ui, clause)}` : nothing}</span>
    </p>`;
  }

  /** The sooner of both terms is when the person hears more. */
  #escalated({ eta, nextUpdateBy }: NonNullable<TicketThread['told']['escalation']>): string {
    const { say } = this.words;
    const time = (instant: string) => bothTimes(this.ui, instant, 'named');
    if (nextUpdateBy && (!eta || nextUpdateBy <= eta))
      return say('told.newsBy', { time: time(nextUpdateBy) });
    return eta ? say('told.eta', { time: time(eta) }) : say('told.escalated');
  }

  #released({ on, version }: NonNullable<TicketThread['told']['release']>): string {
    const { say, locale } = this.words;
    const date = civilDate(locale, on);
    return version ? say('told.releaseVersion', { date, version }) : say('told.release', { date });
  }
}
