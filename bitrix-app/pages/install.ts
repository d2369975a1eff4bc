import { baseStyles } from '#bitrix-app/base.styles.ts';
import { bindPlaces, isWhole } from '#bitrix-app/bind-places.ts';
import { fitFrame } from '#bitrix-app/fit-frame.ts';
import { PortalInstall } from '#bitrix-app/elements/portal-install.ts';
import { placeTitles } from '#bitrix-app/place-titles.ts';
import { readStart } from '#bitrix-app/start.ts';
import { loadInstallWords } from '#bitrix-app/install-words.ts';
import { nameContract, readContract, type ContractDeps } from '#bitrix-app/portal-contract.ts';
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
  const say = await loadInstallWords(start.locale);
  registerTags({ 'rg-portal-install': PortalInstall });
  const page = document.createElement('rg-portal-install');
  Object.assign(page, { start, say, name: start.name });
  const deps: ContractDeps = {
    start,
    bearer: async () => start.secret,
    freshToken: async () => (await frame)?.freshToken(),
    fetch: (...call) => fetch(...call),
  };
  if (start.isAdmin !== false)
    void readContract(deps).then(
      (contract) => (page.contract = contract),
      () => undefined,
    );
  page.addEventListener('rg-install', async ({ detail: { asItIs, number } }) => {
    const portal = await frame;
    if (!portal) return;
    if (number !== undefined) {
      const named = await nameContract(deps, number).catch(() => undefined);
      page.unsent = named === undefined;
      if (!named) return;
      page.contract = named;
    }
    const at = `${location.origin}/b24/${start.vendor}`;
    const handlers = { app: `${at}/app`, events: `${at}/events` };
    page.notBound = asItIs ? undefined : await bindPlaces(portal, handlers, placeTitles);
    if (page.notBound === undefined || isWhole(page.notBound)) portal.finishInstall();
  });
  document.body.append(page);
  const portal = await frame;
  if (portal) fitFrame(portal, page);
}

void open();
