import { html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { RequesterAct } from '#shared/wire/requester-act.ts';
import type { Conversation } from '#widget/controllers/conversation.ts';
import { controlStyles } from '#widget/elements/controls.styles.ts';
import { fieldStyles } from '#widget/elements/fields.styles.ts';
import { ownActsStyles } from '#widget/elements/rg-own-acts.styles.ts';
import type { OwnActsWords } from '#widget/own-acts-words.ts';
import { problemSentence } from '#widget/problem-sentence.ts';
import { clauseLink, type Ui } from '#widget/words.ts';

/** What a person can do; a solution is solved or not, or only marked. */
type OwnAct = 'yes' | 'no' | 'rate' | 'reopen' | 'withdraw' | 'appeal';

/**
 * What a person can do with their request besides writing; each is asked again before it is sent.
 * @fires rg-confirming - `detail` says whether something is asked again just now
 * @fires rg-acted - it was done
 */
export class RgOwnActs extends LitElement {
  static override styles = [controlStyles, fieldStyles, ownActsStyles];

  @property({ attribute: false }) ui!: Ui;
  @property({ attribute: false }) words!: OwnActsWords;
  @property({ attribute: false }) talk!: Conversation;

  @state() private asked: OwnAct | undefined;
  @state() private text = '';
  @state() private comment = '';
  @state() private score: number | undefined;
  @state() private phase: 'idle' | 'sending' | 'waiting' = 'idle';
  @state() private refusal = '';
  @state() private news = '';

  override render() {
    const { say } = this.words;
    return html`${this.asked ? this.#confirm(this.asked) : this.#offers()}
      <p class="unseen" role="status">
        ${this.phase === 'waiting' ? say('acts.waiting') : this.news}
      </p>`;
  }

  #offers() {
    const { say } = this.words;
    const can = this.talk.thread?.can ?? [];
    const offered = (['reopen', 'withdraw', 'appeal'] as const).filter((act) => can.includes(act));
    const followUp = can.includes('answer_follow_up') ? this.talk.thread?.rules.followUp : null;
    if (!followUp && offered.length === 0) return nothing;
    return html`<div class="acts" role="group" aria-label=${say('acts.label')}>
      ${
        followUp?.asksSolved
          ? html`<p class="solved" role="group" aria-label=${say('acts.solved')}>
              <strong>${say('acts.solved')}</strong> ${this.#button('yes', 'button')}
              ${this.#button('no', 'button')}
            </p>`
          : nothing
      }
      ${followUp && !followUp.asksSolved ? this.#button('rate', 'button') : nothing}
      ${offered.map((act) => this.#button(act, 'quiet'))}
    </div>`;
  }

  #button(act: OwnAct, look: 'button' | 'quiet') {
    return html`<button type="button" class=${look} id=${act} @click=${() => this.#ask(act)}>
      ${this.words.say(`act.${act}`)}
    </button>`;
  }

  #confirm(act: OwnAct) {
    const { say } = this.words;
    const pending = this.phase !== 'idle';
    return html`<form
      aria-labelledby="asked"
      aria-describedby="note"
      @submit=${this.#send}
      @keydown=${this.#pressed}
    >
      <h3 id="asked" tabindex="-1">${say(`act.${act}`)}</h3>
      <p class="note" id="note">${this.#note(act)}</p>
      ${
        act === 'appeal'
          ? html`<label for="text">${say('appeal.words')}</label>
              <textarea
                id="text"
                rows="3"
                maxlength="20000"
                required
                ?readonly=${pending}
                .value=${this.text}
                @input=${(event: Event) => (this.text = (event.target as HTMLTextAreaElement).value)}
              ></textarea>`
          : nothing
      }
      ${isAboutSolution(act) ? this.#rating(pending, act === 'rate') : nothing}
      ${this.phase === 'waiting' ? html`<p class="note">${say('acts.waiting')}</p>` : nothing}
      ${
        this.refusal
          ? html`<p class="error" role="alert">
              <rg-icon name="alert"></rg-icon><span>${this.refusal}</span>
            </p>`
          : nothing
      }
      <div class="choose">
        <button type="button" class="quiet" ?disabled=${pending} @click=${() => this.#leave()}>
          ${say('acts.keep')}
        </button>
        <button class="button primary" ?disabled=${pending}>
          ${say(pending ? 'acts.sending' : `act.${act}`)}
        </button>
      </div>
    </form>`;
  }

  /** How it went, in marks and words; both may stay empty beside a “yes” or “no”. */
  #rating(pending: boolean, marked: boolean) {
    const { say } = this.words;
    const optional = html`<span class="note">${say('rate.optional')}</span>`;
    return html`<fieldset class="rate" ?disabled=${pending} aria-describedby="hint">
        <legend>${say('rate.score')} ${marked ? nothing : optional}</legend>
        ${[1, 2, 3, 4, 5].map(
          (score) =>
            html`<label
              ><input
                type="radio"
                name="score"
                ?required=${marked}
                .checked=${this.score === score}
                @change=${() => (this.score = score)}
              />${score}</label
            >`,
        )}
        <span class="note" id="hint">${say('rate.hint')}</span>
      </fieldset>
      <label for="comment">${say('rate.comment')} ${optional}</label>
      <textarea
        id="comment"
        rows="2"
        maxlength="20000"
        ?readonly=${pending}
        .value=${this.comment}
        @input=${(event: Event) => (this.comment = (event.target as HTMLTextAreaElement).value)}
      ></textarea>`;
  }

  /** What comes of it, and the clause that has it so. */
  #note(act: OwnAct) {
    const { ui, words } = this;
    const { rules, reopening } = this.talk.thread ?? {};
    const { appeal, followUp } = rules ?? {};
    const clauses = { appeal: appeal?.clause, reopen: reopening?.clause, withdraw: undefined };
    const clause = isAboutSolution(act) ? followUp?.clause : clauses[act];
    const said = words.say(`note.${act}`, { to: appeal?.to ?? '' });
    return html`${said}${clause ? html` — ${clauseLink(ui, clause)}` : nothing}`;
  }

  async #ask(act: OwnAct) {
    this.asked = act;
    this.refusal = '';
    this.news = '';
    this.#tell(true);
    await this.updateComplete;
    const words = this.renderRoot.querySelector<HTMLElement>('#text');
    (words ?? this.renderRoot.querySelector<HTMLElement>('#asked'))?.focus();
  }

  /** Back to what was pressed; the words stay. */
  async #leave() {
    const was = this.asked;
    this.asked = undefined;
    this.#tell(false);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`#${was}`)?.focus();
  }

  /** Escape leaves the question, not the panel. */
  #pressed(event: KeyboardEvent) {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (this.phase === 'idle') void this.#leave();
  }

  async #send(event: Event) {
    event.preventDefault();
    const { asked, words } = this;
    if (!asked || this.phase !== 'idle') return;
    this.phase = 'sending';
    this.refusal = '';
    const done = await this.talk.act(
      bodyOf(asked, (asked === 'appeal' ? this.text : this.comment).trim(), this.score),
      () => {
        this.phase = 'waiting';
      },
    );
    this.phase = 'idle';
    if (!done.ok) {
      this.refusal = await problemSentence(words.locale, done.failure);
      return;
    }
    this.text = this.comment = '';
    this.score = undefined;
    this.news = words.say(`done.${asked}`);
    await this.#leave();
    this.dispatchEvent(new CustomEvent('rg-acted'));
  }

  #tell(confirming: boolean) {
    this.dispatchEvent(new CustomEvent('rg-confirming', { detail: confirming }));
  }
}

const isAboutSolution = (act: OwnAct): act is 'yes' | 'no' | 'rate' =>
  act === 'yes' || act === 'no' || act === 'rate';

function bodyOf(act: OwnAct, text: string, score: number | undefined): RequesterAct {
  if (act === 'withdraw' || act === 'reopen') return { act };
  if (act === 'appeal') return { act, text };
  return {
    act: 'answer_follow_up',
    ...(act !== 'rate' && { solved: act === 'yes' }),
    ...(score !== undefined && { score }),
    ...(text && { text }),
  };
}
