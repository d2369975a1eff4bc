import { html } from 'lit';
import { DeskKnownProblem } from '#desk/sections/known-problems/desk-known-problem.ts';
import { DeskKnownProblems } from '#desk/sections/known-problems/desk-known-problems.ts';
import type { Section } from '#desk/sections/section.ts';

/** Known problems, and one of them. */
export const section: Section = {
  define: () => {
    customElements.define('desk-known-problems', DeskKnownProblems);
    customElements.define('desk-known-problem', DeskKnownProblem);
  },
  items: true,
  show: (scene) =>
    scene.item === undefined
      ? html`<desk-known-problems .scene=${scene}></desk-known-problems>`
      : html`<desk-known-problem .scene=${scene}></desk-known-problem>`,
};
