import { html } from 'lit';
import { DeskAnnouncement } from '#desk/sections/announcements/desk-announcement.ts';
import { DeskAnnouncements } from '#desk/sections/announcements/desk-announcements.ts';
import type { Section } from '#desk/sections/section.ts';

/** What customers were told unasked. */
export const section: Section = {
  define: () => {
    customElements.define('desk-announcements', DeskAnnouncements);
    customElements.define('desk-announcement', DeskAnnouncement);
  },
  items: false,
  show: (scene) => html`<desk-announcements .scene=${scene}></desk-announcements>`,
};
