import { portalBearer } from '#bitrix-app/bearer.ts';
import { PortalPage } from '#bitrix-app/elements/portal-page.ts';
import { readStart } from '#bitrix-app/start.ts';
import { baseStyles } from '#bitrix-app/base.styles.ts';
import { loadWords } from '#bitrix-app/words.ts';
import { defineWidget } from '#widget/define.ts';
import { registerTags } from '#widget/register-tags.ts';

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
  defineWidget();
  registerTags({ 'rg-portal-page': PortalPage });
  const page = document.createElement('rg-portal-page');
  page.start = start;
  page.say = say;
  page.identity = portalBearer(start, {
    freshToken: async () => (await frame)?.freshToken(),
    fetch: (...call) => fetch(...call),
    now: Date.now,
  });
  document.body.append(page);
  const portal = await frame;
  page.framed = portal !== undefined;
  portal?.setTitle(document.title);
  page.addEventListener('rg-portal-drawn', () => portal?.fit());
}

void open();
