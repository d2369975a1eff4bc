import { html, nothing } from 'lit';
import type { PanelSession } from '#widget/controllers/panel-session.ts';
import type { Ui } from '#widget/words.ts';

/** What a broken way means for the request: kept here, goes by itself; or why it was refused. */
export function sendingLine(ui: Ui, session: PanelSession, refusal: string) {
  const { t } = ui.words;
  const state = session.submission;
  if (state.phase === 'refused' && refusal)
    return html`<div class="outage refused" role="alert">
      <rg-icon name="alert"></rg-icon>
      <p>${refusal}</p>
    </div>`;
  const reason = state.phase === 'waiting' || state.phase === 'sending' ? state.reason : undefined;
  if (!reason) return nothing;
  return html`<div class="outage" role="status">
    <rg-icon name="offline"></rg-icon>
    <div>
      <p><strong>${t(`outage.${reason}`)}</strong></p>
      <p>${t(session.durable ? `outage.${reason}Note` : 'outage.memoryNote')}</p>
    </div>
  </div>`;
}
