import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { DeskTicket } from '#shared/wire/desk.ts';
import type { TicketActKind } from '#shared/wire/ticket-act.ts';
import type { TicketName } from '#shared/wire/ticket-name.ts';
import { civilDate } from '#shared/time.ts';
import { clauseLink } from '#desk/elements/clause-link.ts';
import { ticketLinks } from '#desk/elements/ticket-links.ts';
import { icon, type IconName } from '#desk/icons.ts';
import { base, controls } from '#desk/styles/base.styles.ts';
import { weekdayMoment } from '#desk/text/moments.ts';
import type { Words } from '#desk/text/words.ts';

/**
 * Where a ticket stands when it is not simply being worked on, and the one act that follows from it.
 * @fires desk-act - `detail` is the act that a person chose
 */
export class DeskLife extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: block;
      }
      p {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 2px 8px;
        min-height: 36px;
        padding: 4px 20px;
        border-bottom: 1px solid var(--rg-line);
        background: var(--rg-paused-bg);
        color: var(--rg-paused);
      }
      p.late {
        background: var(--rg-late-bg);
        color: var(--rg-late);
      }
      p.met {
        background: var(--rg-met-bg);
        color: var(--rg-met);
      }
      p.still {
        background: var(--rg-sunken);
        color: var(--rg-text-2);
      }
      .said {
        flex: 1 1 200px;
        padding: 5px 0;
      }
      a {
        text-decoration: underline;
      }
      button.edged {
        color: var(--rg-text);
      }
      @media (max-width: 899px) {
        p {
          padding: 4px 12px;
        }
      }
      @media (forced-colors: active) {
        p {
          border: 1px solid;
        }
      }
    `,
  ];

  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) ticket!: DeskTicket;
  @property({ type: Boolean }) busy = false;

  override render() {
    const { life, can } = this.ticket;
    return [
      can.includes('take_up')
        ? this.#line('late', 'flag', this.#critical(), null, 'take_up')
        : nothing,
      life.appeal ? this.#appeal(life.appeal) : nothing,
      this.#suggestion(),
      this.#standing(),
      this.#related('banner.mergedHere', life.mergedHere),
      this.#related('banner.links', life.links),
      this.#followUp(),
    ];
  }

  #line(
    tone: 'late' | 'paused' | 'met' | 'still',
    mark: IconName,
    said: string | TemplateResult,
    clause: string | null,
    act?: TicketActKind,
  ) {
    const { words, ticket } = this;
    return html`<p class=${tone}>
      ${icon(mark)}
      <span class="said"
        >${said}${clause ? html` — ${clauseLink(words, ticket, clause)}` : nothing}</span
      >
      ${
        act && ticket.can.includes(act)
          ? html`<button
              class="edged"
              type="button"
              ?disabled=${this.busy}
              @click=${() => this.dispatchEvent(new CustomEvent('desk-act', { detail: act }))}
            >
              ${words.say(`act.${act as 'take_up'}`)}
            </button>`
          : nothing
      }
    </p>`;
  }

  #at(at: string) {
    const { words, ticket } = this;
    return weekdayMoment(words.locale, ticket.timezone.id, Date.parse(at), Date.parse(ticket.now));
  }

  /** Who was called already, and when the next one is. */
  #critical() {
    const { say } = this.words;
    const { onCall } = this.ticket.life;
    if (!onCall || onCall.called.length === 0) return say('banner.critical');
    const called = say('banner.called', { names: onCall.called.join(', ') });
    const next = onCall.nextCallAt && say('banner.nextCall', { at: this.#at(onCall.nextCallAt) });
    return `${say('banner.critical')}. ${called}${next ? `; ${next}` : ''}`;
  }

  #appeal({ to, clause }: NonNullable<DeskTicket['life']['appeal']>) {
    return this.#line(
      'late',
      'alert',
      this.words.say('banner.appeal', { to }),
      clause,
      'hear_appeal',
    );
  }

  #suggestion() {
    const { suggestedSeverity } = this.ticket.life;
    if (!suggestedSeverity) return nothing;
    const { say } = this.words;
    const severity = say(`severity.${suggestedSeverity}`);
    return this.#line('still', 'flag', say('banner.suggested', { severity }), null, 'set_severity');
  }

  /** One sentence: a ticket stands in one place. */
  #standing() {
    const { ticket, words } = this;
    const { say, locale } = words;
    const { life } = ticket;
    if (life.mergedInto) {
      const said = ticketLinks(say('banner.mergedInto'), ticket.vendor, [life.mergedInto]);
      return this.#line('still', 'doc', said, null, 'unmerge');
    }
    if (life.ending) return this.#ending(life.ending);
    if (life.escalation) return this.#escalation(life.escalation);
    if (life.release) {
      const on = civilDate(locale, life.release.on);
      const version = life.release.version ? ` · ${life.release.version}` : '';
      return this.#line(
        'paused',
        'pause',
        say('banner.release', { on }) + version,
        ticket.choices.answers.find(({ needs }) => needs === 'date')?.clause ?? null,
        'ship_release',
      );
    }
    if (life.deferred) {
      const { reason, clause } = life.deferred;
      return this.#line(
        'paused',
        'pause',
        `${say('banner.deferred')}: ${reason.replace(/\.$/, '')}`,
        clause,
      );
    }
    return life.waiting ? this.#waiting(life.waiting) : nothing;
  }

  #related(what: 'banner.mergedHere' | 'banner.links', tickets: readonly TicketName[]) {
    return tickets.length > 0
      ? this.#line(
          'still',
          'doc',
          ticketLinks(this.words.say(what), this.ticket.vendor, tickets),
          null,
        )
      : nothing;
  }

  #ending({ outcome, at, reason, clause }: NonNullable<DeskTicket['life']['ending']>) {
    const { say } = this.words;
    const solved = outcome === 'solved';
    const said = solved
      ? say('banner.resolved', { at: this.#at(at) })
      : say('banner.ended', { at: this.#at(at), outcome: say(`outcome.${outcome}`) });
    // the clause ends the sentence, so the reason's own full stop goes
    const whole = reason ? `${said}. ${reason.replace(/\.$/, '')}` : said;
    return this.#line(solved ? 'met' : 'still', solved ? 'check' : 'doc', whole, clause, 'reopen');
  }

  #escalation({
    to,
    eta,
    nextUpdateBy,
    priority,
    clause,
  }: NonNullable<DeskTicket['life']['escalation']>) {
    const { say } = this.words;
    const parts = [
      say('banner.escalated', { to }),
      ...(eta ? [say('banner.eta', { at: this.#at(eta) })] : []),
      ...(priority ? [say('banner.priority')] : []),
    ];
    const news = nextUpdateBy ? say('banner.nextUpdate', { at: this.#at(nextUpdateBy) }) : '';
    const said = parts.join(', ') + (news ? `. ${news}` : '');
    return this.#line('paused', 'pause', said, clause, 'inform');
  }

  #waiting({ for: what, since, closableAt, clause }: NonNullable<DeskTicket['life']['waiting']>) {
    const { say } = this.words;
    const asked = say(what === 'no_confirmation' ? 'banner.proposed' : 'banner.waiting', {
      since: this.#at(since),
    });
    const may = this.ticket.can.includes('close_silent') ? 'banner.closable' : 'banner.closableAt';
    const then = closableAt ? `. ${say(may, { at: this.#at(closableAt) })}` : '';
    return this.#line('paused', 'pause', asked + then, closableAt ? clause : null, 'close_silent');
  }

  #followUp() {
    const { followUp } = this.ticket.life;
    if (!followUp || followUp === 'done') return nothing;
    const urgent = followUp === 'person';
    return this.#line(
      urgent ? 'late' : 'still',
      urgent ? 'alert' : 'clock',
      this.words.say(`banner.followUp.${followUp}`),
      null,
      urgent ? 'finish_follow_up' : 'answer_follow_up',
    );
  }
}
