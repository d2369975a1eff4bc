import { baseStyles } from '#bitrix-app/base.styles.ts';
import { bindPlaces } from '#bitrix-app/bind-places.ts';
import { PortalInstall } from '#bitrix-app/elements/portal-install.ts';
import { placeTitles } from '#bitrix-app/place-titles.ts';
import { readStart } from '#bitrix-app/start.ts';
import { loadWords } from '#bitrix-app/words.ts';
import { registerTags } from '#widget/register-tags.ts';

const frameDeadlineMs = 8000;

/** The page of the installer. Finishing again does nothing twice. */
async function open(): Promise<void> {
  const start = readStart(document);
  document.adoptedStyleSheets = [baseStyles];
  const frame = import('#bitrix-app/portal/frame.ts').then(
    ({ connectFrame }) => connectFrame(frameDeadlineMs),
    () => undefined,
  );
  const say = await loadWords(start.locale);
  registerTags({ 'rg-portal-install': PortalInstall });
  const page = document.createElement('rg-portal-install');
  Object.assign(page, { start, say, name: start.name });
  page.addEventListener('rg-install', async () => {
    const portal = await frame;
    if (!portal) return;
    const at = `${location.origin}/b24/${start.vendor}`;
    const handlers = { app: `${at}/app`, events: `${at}/events` };
    page.refused = await bindPlaces(portal, handlers, placeTitles);
    portal.finishInstall();
  });
  document.body.append(page);
  (await frame)?.fit();
}

void open();
