import { html } from 'lit';
import { DeskChecks } from '#desk/sections/checks/desk-checks.ts';
import { DeskLooks } from '#desk/sections/checks/desk-looks.ts';
import { DeskRota } from '#desk/sections/checks/desk-rota.ts';
import type { Section } from '#desk/sections/section.ts';

/** What is watched around the clock, and who is called. */
export const section: Section = {
  define: () => {
    customElements.define('desk-checks', DeskChecks);
    customElements.define('desk-looks', DeskLooks);
    customElements.define('desk-rota', DeskRota);
  },
  items: true,
  show: (scene) =>
    html`<desk-checks .scene=${scene}></desk-checks><desk-rota .scene=${scene}></desk-rota>`,
};
