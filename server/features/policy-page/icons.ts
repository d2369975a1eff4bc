import { html } from 'hono/html';
import type { Channel } from '#shared/vocabulary.ts';
import type { Html } from '#server/features/policy-page/parts.ts';

const paths = {
  check: 'M3 8.5 6.5 12 13 4.5',
  cross: 'M4 4l8 8M12 4l-8 8',
  widget: 'M2 3h12v8H8l-3.5 3v-3H2zM5.5 7l2 1.7L10.8 5.5',
  mail: 'M2 3.5h12v9H2zM2 4.5l6 4.5 6-4.5',
  telegram: 'M14 2 2 7l4 1.8L14 2 8 10.2M6 8.8V13l2-2.8L11.5 13 14 2',
  whatsapp: 'M2.5 13.5l.9-2.9A5.7 5.7 0 1 1 5.5 12.7zM6 6c0 2.2 1.8 4 4 4',
  phone: 'M4.5 2.5l2 3.5-1.4 1.2a8 8 0 0 0 3.7 3.7L10 9.5l3.5 2-1 2C7 14 2 9 2.5 3.5z',
  bitrix24: 'M2 3h12v10H2zM2 6h12M8 8v2.5h2',
} as const satisfies Record<Channel | 'check' | 'cross', string>;

/** A 16 px stroke icon beside words that say the same. */
export const icon = (name: keyof typeof paths): Html =>
  html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    <path d="${paths[name]}" />
  </svg>`;
