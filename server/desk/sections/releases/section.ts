import { html } from 'lit';
import { DeskRelease } from '#desk/sections/releases/desk-release.ts';
import { DeskReleases } from '#desk/sections/releases/desk-releases.ts';
import type { Section } from '#desk/sections/section.ts';

/** The registry of versions, and one of them. */
export const section: Section = {
  define: () => {
    customElements.define('desk-releases', DeskReleases);
    customElements.define('desk-release', DeskRelease);
  },
  items: true,
  show: (scene) =>
    scene.item === undefined
      ? html`<desk-releases .scene=${scene}></desk-releases>`
      : html`<desk-release .scene=${scene}></desk-release>`,
};
