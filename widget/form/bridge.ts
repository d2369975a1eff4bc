import { html, type TemplateResult } from 'lit';
import type { TicketReceipt } from '#shared/wire/ticket.ts';
import { clauseLink, phrase, type Ui, type WidgetKey } from '#widget/words.ts';

const openKeys: Partial<Record<string, WidgetKey>> = {
  mail: 'receipt.openMail',
  telegram: 'receipt.openTelegram',
  whatsapp: 'receipt.openWhatsapp',
};

/** The way into the official channel: the code, the button that carries and copies it, and when the clock starts. */
export function bridgeBlock(ui: Ui, { bridge, decision }: TicketReceipt): TemplateResult {
  const { t } = ui.words;
  const { channel = 'mail', code = '', href = '', address = '', answerTo } = bridge ?? {};
  if (answerTo !== undefined)
    return html`<div class="bridge">
      <p>
        ${phrase(t('receipt.handedOver', { address, email: answerTo }), {
          clause: clauseLink(ui, decision.route.clause),
        })}
      </p>
    </div>`;
  const key = channel === 'mail' ? 'receipt.bridgeMail' : 'receipt.bridgeChat';
  return html`<div class="bridge">
    <p class="number">
      <span class="note">${t('receipt.code')}</span>
      <strong>${code}</strong>
    </p>
    <a
      class="button primary"
      href=${href}
      target="_blank"
      rel="noreferrer"
      @click=${() => void navigator.clipboard?.writeText(code).catch(() => undefined)}
    >
      <rg-icon name="external"></rg-icon>${t(openKeys[channel] ?? 'receipt.openChat')}
    </a>
    <p>${phrase(t(key, { address }), { clause: clauseLink(ui, decision.route.clause) })}</p>
  </div>`;
}
