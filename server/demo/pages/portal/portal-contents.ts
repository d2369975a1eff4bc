import type { Vendor } from '#server/demo/pages/kit/vendor.ts';
import { didox24Portal } from './content/didox24.ts';
import { jokercrmPortal } from './content/jokercrm.ts';
import { modmePortal } from './content/modme.ts';
import { moidokumentyPortal } from './content/moidokumenty.ts';
import { technokadPortal } from './content/technokad.ts';
import type { PortalContent } from './portal-content.ts';

/** What each vendor's application shows inside a portal. */
export const portalContents: Readonly<Record<Vendor, PortalContent>> = {
  modme: modmePortal,
  didox24: didox24Portal,
  moidokumenty: moidokumentyPortal,
  technokad: technokadPortal,
  jokercrm: jokercrmPortal,
};
