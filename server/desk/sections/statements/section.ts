import { html } from 'lit';
import type { Section } from '#desk/sections/section.ts';
import { DeskStatement } from '#desk/sections/statements/desk-statement.ts';
import { DeskStatements } from '#desk/sections/statements/desk-statements.ts';

/** What was promised to each customer and how it was kept. */
export const section: Section = {
  define: () => {
    customElements.define('desk-statements', DeskStatements);
    customElements.define('desk-statement', DeskStatement);
  },
  items: true,
  show: (scene) =>
    scene.item === undefined
      ? html`<desk-statements .scene=${scene}></desk-statements>`
      : html`<desk-statement .scene=${scene}></desk-statement>`,
};
