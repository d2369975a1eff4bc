import type { PortalStart } from '#shared/wire/portal.ts';
import { PortalStanding } from '#bitrix-app/elements/portal-standing.ts';
import { loadStandingWords } from '#bitrix-app/standing-words.ts';
import { registerTags } from '#widget/register-tags.ts';

/** Makes what says how a portal stands with its app. @throws without a connection */
export async function showStanding(start: PortalStart): Promise<PortalStanding> {
  const say = await loadStandingWords(start.locale);
  registerTags({ 'rg-portal-standing': PortalStanding });
  const standing = document.createElement('rg-portal-standing');
  standing.start = start;
  standing.say = say;
  return standing;
}
