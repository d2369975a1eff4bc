import { html, type TemplateResult } from 'lit';
import type { WidgetConfig } from '#shared/wire/widget-config.ts';
import { clauseLink, type Ui } from '#widget/words.ts';

/** Whether this person cannot write here, and which sentence says so. */
export function closedDoor(config: WidgetConfig): 'form.off' | 'form.onlySignedIn' | undefined {
  if (config.mode === 'off') return 'form.off';
  return !config.anonymousAllowed && !config.requester?.provenBy ? 'form.onlySignedIn' : undefined;
}

const channelItems = (ui: Ui): TemplateResult =>
  html`<ul>
    ${ui.config.channels.map(
      ({ href, address, label, clause }) =>
        html`<li>
          ${label}:
          <a class="link" href=${href} target="_blank" rel="noreferrer">${address}</a> —
          ${clauseLink(ui, clause)}
        </li>`,
    )}
  </ul>`;

/** The other official channels, folded below the form. */
export const otherWays = (ui: Ui): TemplateResult =>
  html`<details class="note">
    <summary>${ui.words.t('form.otherWays')}</summary>
    ${channelItems(ui)}
  </details>`;

/** The official channels instead of a form. */
export function channelList(ui: Ui, reason: 'form.off' | 'form.onlySignedIn'): TemplateResult {
  return html`<div class="state door">
    <rg-icon name="info"></rg-icon>
    <div>
      <p><strong>${ui.words.t(reason)}</strong></p>
      ${channelItems(ui)}
    </div>
  </div>`;
}
