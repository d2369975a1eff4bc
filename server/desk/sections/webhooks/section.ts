import { html } from 'lit';
import type { Section } from '#desk/sections/section.ts';
import { DeskDeliveries } from '#desk/sections/webhooks/desk-deliveries.ts';
import { DeskWebhooks } from '#desk/sections/webhooks/desk-webhooks.ts';

/** Receivers of webhooks, and what one of them was told. */
export const section: Section = {
  define: () => {
    customElements.define('desk-webhooks', DeskWebhooks);
    customElements.define('desk-deliveries', DeskDeliveries);
  },
  items: true,
  show: (scene) =>
    scene.item === undefined
      ? html`<desk-webhooks .scene=${scene}></desk-webhooks>`
      : html`<desk-deliveries .scene=${scene}></desk-deliveries>`,
};
