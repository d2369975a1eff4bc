import { startPage } from '#server/demo/pages/kit/start-page.ts';
import { mobileContents } from './mobile-contents.ts';
import { mobilePage } from './mobile-page.ts';

await startPage('mobile', (view) => mobilePage(mobileContents[view.vendor], view));
