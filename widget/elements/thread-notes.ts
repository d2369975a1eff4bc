import { html, nothing } from 'lit';
import type { TicketThread } from '#shared/wire/ticket.ts';
import { bothTimes } from '#widget/both-times.ts';
import { clauseLink, phrase, unstatedSentence, type Ui } from '#widget/words.ts';

/** Why a request ended where there is more to say than that, and what a further message does. */
export function threadEnding(ui: Ui, { status, told: { ending }, reopening }: TicketThread) {
  const { t } = ui.words;
  return [
    ending?.reason
      ? html`<p class="note waiting">
          ${
            ending.clause
              ? html`${ending.reason.replace(/\.$/, '')} — ${clauseLink(ui, ending.clause)}`
              : ending.reason
          }
        </p>`
      : nothing,
    reopening?.outcome === 'reopen'
      ? html`<p class="note waiting">
          ${t(status === 'resolved' ? 'thread.resolvedNote' : 'thread.closedNote')}
        </p>`
      : nothing,
  ];
}

/** That it could not be read, and the way to ask for it again. */
export function threadFailed({ words: { t } }: Ui, again: () => void) {
  return html`<div class="talk">
    <p class="error"><rg-icon name="alert"></rg-icon>${t('thread.failed')}</p>
    <button type="button" class="button" @click=${again}>${t('panel.retry')}</button>
  </div>`;
}

/** Until when there is a first response, or when it came. */
export function threadPromise(ui: Ui, { decision, firstRespondedAt }: TicketThread) {
  const { t } = ui.words;
  const { firstResponse } = decision;
  const clause = clauseLink(ui, firstResponse.clause);
  const said = (instant: string) => bothTimes(ui, instant, 'named');
  if (firstRespondedAt)
    return phrase(t('thread.firstDone', { time: said(firstRespondedAt) }), { clause });
  if (firstResponse.dueAt)
    return phrase(t('promise.firstBy', { due: said(firstResponse.dueAt) }), { clause });
  return unstatedSentence(ui, firstResponse);
}
