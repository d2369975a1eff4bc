import { raw } from 'hono/html';

/** Strokes in a 16 px box. */
const strokes = {
  feed: 'M5.4 3.8h8.2M5.4 8h8.2M5.4 12.2h8.2M2.4 3.8h.2M2.4 8h.2M2.4 12.2h.2',
  tasks: 'm3 8.6 3.2 3.2L13 4.8',
  clients:
    'M8 2.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6ZM2.8 13.8c.2-2.8 2.2-4.2 5.2-4.2s5 1.4 5.2 4.2',
  documents: 'M3.6 1.9h5.6l3.2 3.2v9H3.6zM9 2v3.4h3.4M5.8 8.4h4.4M5.8 11h4.4',
  company: 'M3 13.8V3.2l6-1.4v12M9 6.2l4 1v6.6M1.8 13.8h12.4M5.2 5.6h1.6M5.2 8.2h1.6M5.2 10.8h1.6',
  app: 'M2 2.9h12v8.4H7.4L4.2 14v-2.7H2zM5.4 7l1.8 1.8 3.4-3.4',
  apps: 'M8 2 1.9 5.2 8 8.4l6.1-3.2zM1.9 8.2 8 11.4l6.1-3.2M1.9 11 8 14.2l6.1-3.2',
  search: 'M7 2.4a4.6 4.6 0 1 0 0 9.2 4.6 4.6 0 0 0 0-9.2ZM10.4 10.4l3.4 3.4',
  bell: 'M8 2.2a3.8 3.8 0 0 0-3.8 3.8c0 3.6-1.4 4.6-1.4 5.2h10.4c0-.6-1.4-1.6-1.4-5.2A3.8 3.8 0 0 0 8 2.2ZM6.6 13.2a1.5 1.5 0 0 0 2.8 0',
} as const;

export type IconName = keyof typeof strokes;

/** A picture beside words; it says nothing by itself. */
export const icon = (name: IconName) =>
  raw(
    `<svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d="${strokes[name]}"/></svg>`,
  );
