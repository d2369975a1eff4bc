import { html } from 'lit';
import { DeskApiKeys } from '#desk/sections/api-keys/desk-api-keys.ts';
import type { Section } from '#desk/sections/section.ts';

/** Keys of a vendor's programs. */
export const section: Section = {
  define: () => customElements.define('desk-api-keys', DeskApiKeys),
  items: false,
  show: (scene) => html`<desk-api-keys .scene=${scene}></desk-api-keys>`,
};
