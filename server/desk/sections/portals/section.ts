import { html } from 'lit';
import { DeskPortals } from '#desk/sections/portals/desk-portals.ts';
import type { Section } from '#desk/sections/section.ts';

/** Portals of customers and their contracts. */
export const section: Section = {
  define: () => customElements.define('desk-portals', DeskPortals),
  items: false,
  show: (scene) => html`<desk-portals .scene=${scene}></desk-portals>`,
};
