import type { Vendor } from '#server/demo/pages/kit/vendor.ts';
import { didox24Crm } from './content/didox24.ts';
import { jokercrmCrm } from './content/jokercrm.ts';
import { modmeCrm } from './content/modme.ts';
import { moidokumentyCrm } from './content/moidokumenty.ts';
import { technokadCrm } from './content/technokad.ts';
import type { CrmContent } from './crm-content.ts';

/** What each vendor's CRM shows. */
export const crmContents: Readonly<Record<Vendor, CrmContent>> = {
  modme: modmeCrm,
  didox24: didox24Crm,
  moidokumenty: moidokumentyCrm,
  technokad: technokadCrm,
  jokercrm: jokercrmCrm,
};
