import { portalBearer } from '#bitrix-app/bearer.ts';
import { wideFormStyles } from '#bitrix-app/elements/wide-form.styles.ts';
import { PortalPage } from '#bitrix-app/elements/portal-page.ts';
import { readStart } from '#bitrix-app/start.ts';
import { baseStyles } from '#bitrix-app/base.styles.ts';
import { loadWords } from '#bitrix-app/words.ts';
import { defineWidget } from '#widget/define.ts';
import { RgForm } from '#widget/elements/rg-form.ts';
import { registerTags } from '#widget/register-tags.ts';
import { dealOf } from '#bitrix-app/deal.ts';
import { fitFrame } from '#bitrix-app/fit-frame.ts';

const frameDeadlineMs = 5000;

/** The page of the app: it is shown at once, and the portal around it joins when it answers. */
async function open(): Promise<void> {
  const start = readStart(document);
  document.adoptedStyleSheets = [baseStyles];
  const frame = import('#bitrix-app/portal/frame.ts').then(
    ({ connectFrame }) => connectFrame(frameDeadlineMs),
    () => undefined,
  );
  const say = await loadWords(start.locale);
  RgForm.styles = [...RgForm.styles, wideFormStyles];
  defineWidget();
  registerTags({ 'rg-portal-page': PortalPage });
  const page = document.createElement('rg-portal-page');
  page.start = start;
  page.say = say;
  page.freshToken = async () => (await frame)?.freshToken();
  page.bearer = portalBearer(start, {
    freshToken: page.freshToken,
    fetch: (...call) => fetch(...call),
  });
  document.body.append(page);
  const portal = await frame;
  page.framed = portal !== undefined;
  if (!portal) return;
  portal.setTitle(document.title);
  fitFrame(portal, page);
  page.addEventListener('rg-portal-turned', () => portal.toTop());
  page.deal = await dealOf(portal, start.deal);
}

void open();
