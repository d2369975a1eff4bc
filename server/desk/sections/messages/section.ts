import { html } from 'lit';
import { DeskMessages } from '#desk/sections/messages/desk-messages.ts';
import type { Section } from '#desk/sections/section.ts';

/** Search over the messages of tickets. */
export const section: Section = {
  define: () => customElements.define('desk-messages', DeskMessages),
  items: false,
  show: (scene) => html`<desk-messages .scene=${scene}></desk-messages>`,
};
