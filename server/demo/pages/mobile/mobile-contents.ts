import type { Vendor } from '#server/demo/pages/kit/vendor.ts';
import { didox24Mobile } from './content/didox24.ts';
import { jokercrmMobile } from './content/jokercrm.ts';
import { modmeMobile } from './content/modme.ts';
import { moidokumentyMobile } from './content/moidokumenty.ts';
import { technokadMobile } from './content/technokad.ts';
import type { MobileContent } from './mobile-content.ts';

/** What each vendor's mobile page shows. */
export const mobileContents: Readonly<Record<Vendor, MobileContent>> = {
  modme: modmeMobile,
  didox24: didox24Mobile,
  moidokumenty: moidokumentyMobile,
  technokad: technokadMobile,
  jokercrm: jokercrmMobile,
};
