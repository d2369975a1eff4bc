import { html, type TemplateResult } from 'lit';
import { icons as shared } from '#widget/elements/icons.ts';

/** What only the desk draws, in the manner of the shared set: 16 px box, 1.5 px round stroke. */
const own = {
  outbox: 'M14 2.5 2 7l4.5 2L9 13.5zM6.5 9 14 2.5',
  more: 'M3.5 8h.1M8 8h.1M12.5 8h.1',
  flag: 'M4 14V2.5M4 3h8l-2 2.8 2 2.7H4',
  hourglass: 'M4.5 2h7M4.5 14h7M5 2v2.5L8 8l3-3.5V2M5 14v-2.5L8 8l3 3.5V14',
  eye: 'M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8zM8 9.8a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6z',
  bell: 'M3.5 11.5h9L11 9.5V7a3 3 0 0 0-6 0v2.5zM6.8 13.8h2.4',
  note: 'M2.5 2.5h11v7l-4 4h-7zM13.5 9.5h-4v4M5 5.5h6M5 8h3',
  panel: 'M2 3h12v10H2zM10 3v10',
  system: 'M2 3h12v8H2zM6 13.5h4M8 11v2.5',
  light:
    'M8 10.7a2.7 2.7 0 1 0 0-5.4 2.7 2.7 0 0 0 0 5.4zM8 1.8v1.2M8 13v1.2M1.8 8H3M13 8h1.2M3.6 3.6l.9.9M11.5 11.5l.9.9M3.6 12.4l.9-.9M11.5 4.5l.9-.9',
  dark: 'M13.2 9.6A5.6 5.6 0 0 1 6.4 2.8a5.6 5.6 0 1 0 6.8 6.8z',
  keys: 'M1.5 4h13v8h-13zM4 6.8h.1M6.6 6.8h.1M9.3 6.8h.1M12 6.8h.1M4.5 9.5h7',
  sections: 'M2.5 2.5h4.5v4.5H2.5zM9 2.5h4.5v4.5H9zM2.5 9h4.5v4.5H2.5zM9 9h4.5v4.5H9z',
  back: 'M9.5 3.5 5 8l4.5 4.5',
  lock: 'M3.5 7.5h9v6h-9zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5M8 10v1.2',
  leave: 'M9.5 2.5h-6v11h6M6.5 8H14M11.5 5.5 14 8l-2.5 2.5',
} as const;

const paths = { ...shared, ...own };
export type IconName = keyof typeof paths;

/** One icon of the desk in the colour of its text; the words beside it carry the meaning. */
export const icon = (name: IconName, size = 16): TemplateResult =>
  html`<svg
    class="icon"
    viewBox="0 0 16 16"
    width=${size}
    height=${size}
    fill="none"
    stroke="currentColor"
    stroke-width="1.5"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    <path d=${paths[name]} />
  </svg>`;
