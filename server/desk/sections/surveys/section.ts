import { html } from 'lit';
import type { Section } from '#desk/sections/section.ts';
import { DeskComments } from '#desk/sections/surveys/desk-comments.ts';
import { DeskIdeas } from '#desk/sections/surveys/desk-ideas.ts';
import { DeskSurveys } from '#desk/sections/surveys/desk-surveys.ts';

/** Words that were handed on as a proposal stand among the proposals. */
const ideasAgain = ({ currentTarget }: Event) => {
  const after = (currentTarget as Element).nextElementSibling;
  if (after instanceof DeskIdeas) after.refresh();
};

/** What customers were asked, and what they propose. */
export const section: Section = {
  define: () => {
    customElements.define('desk-surveys', DeskSurveys);
    customElements.define('desk-comments', DeskComments);
    customElements.define('desk-ideas', DeskIdeas);
  },
  items: false,
  show: (scene) =>
    html`<desk-surveys .scene=${scene}></desk-surveys>
      <desk-comments .scene=${scene} @desk-comment-handed=${ideasAgain}></desk-comments>
      <desk-ideas .scene=${scene}></desk-ideas>`,
};
