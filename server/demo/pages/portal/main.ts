import { startPage } from '#server/demo/pages/kit/start-page.ts';
import { portalContents } from './portal-contents.ts';
import { portalPage } from './portal-page.ts';

await startPage('portal', (view) => portalPage(portalContents[view.vendor], view));
