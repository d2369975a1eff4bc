import { html } from 'lit';
import type { Section } from '#desk/sections/section.ts';
import { DeskIdeas } from '#desk/sections/surveys/desk-ideas.ts';
import { DeskSurveys } from '#desk/sections/surveys/desk-surveys.ts';

/** What customers were asked, and what they propose. */
export const section: Section = {
  define: () => {
    customElements.define('desk-surveys', DeskSurveys);
    customElements.define('desk-ideas', DeskIdeas);
  },
  show: (scene) =>
    html`<desk-surveys .scene=${scene}></desk-surveys><desk-ideas .scene=${scene}></desk-ideas>`,
};
