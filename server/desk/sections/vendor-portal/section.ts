import { html } from 'lit';
import type { Section } from '#desk/sections/section.ts';
import { DeskVendorPortal } from '#desk/sections/vendor-portal/desk-vendor-portal.ts';

/** The vendor's own Bitrix24, and what it is shown of tickets. */
export const section: Section = {
  define: () => customElements.define('desk-vendor-portal', DeskVendorPortal),
  items: false,
  show: (scene) => html`<desk-vendor-portal .scene=${scene}></desk-vendor-portal>`,
};
