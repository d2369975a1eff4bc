import { html, nothing, type TemplateResult } from 'lit';
import type { PortalStart } from '#shared/wire/portal.ts';
import type { WidgetConfig } from '#shared/wire/widget-config.ts';
import type { Deal } from '#bitrix-app/deal.ts';
import type { Say } from '#bitrix-app/words.ts';

/** Who asks and from which portal: what the portal vouches for. */
export function portalFacts(
  say: Say,
  { portal }: PortalStart,
  config: WidgetConfig | undefined,
  deal: Deal | undefined,
  standing: unknown,
): TemplateResult {
  const { boxed, domain, license } = portal;
  const kind = boxed === null ? say('unknown') : say(boxed ? 'box' : 'cloud');
  const fact = (name: string, value: string) =>
    html`<dt>${name}</dt>
      <dd>${value}</dd>`;
  return html`<h3>${say('who')}</h3>
    <p class="person">
      <rg-icon name="shield"></rg-icon>
      <span
        ><strong>${config?.requester?.name ?? say('unnamed')}</strong
        ><span class="proof">${say('provenBy')}</span></span
      >
    </p>
    <h3>${say('portal')}</h3>
    <dl>
      ${fact(say('address'), domain)} ${fact(say('kind'), kind)}
      ${deal ? fact(say('deal'), deal.title ?? deal.id) : nothing}
      ${license ? fact(say('license'), license) : nothing}
    </dl>
    ${standing}
    <p class="note">${say('tokensStay')}</p>`;
}
