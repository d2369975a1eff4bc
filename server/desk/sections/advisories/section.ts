import { html } from 'lit';
import { DeskAdvisories } from '#desk/sections/advisories/desk-advisories.ts';
import { DeskAdvisory } from '#desk/sections/advisories/desk-advisory.ts';
import type { Section } from '#desk/sections/section.ts';

/** Vulnerabilities, and one of them. */
export const section: Section = {
  define: () => {
    customElements.define('desk-advisories', DeskAdvisories);
    customElements.define('desk-advisory', DeskAdvisory);
  },
  items: true,
  show: (scene) =>
    scene.item === undefined
      ? html`<desk-advisories .scene=${scene}></desk-advisories>`
      : html`<desk-advisory .scene=${scene}></desk-advisory>`,
};
