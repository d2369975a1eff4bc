import { startPage } from '#server/demo/pages/kit/start-page.ts';
import { crmContents } from './crm-contents.ts';
import { crmPage } from './crm-page.ts';

await startPage('crm', (view) => crmPage(crmContents[view.vendor], view));
