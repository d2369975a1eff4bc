/** Strokes in a 16 px box, drawn for these pages. */
const strokes = {
  bell: 'M8 2.2a3.8 3.8 0 0 0-3.8 3.8c0 3.6-1.4 4.6-1.4 5.2h10.4c0-.6-1.4-1.6-1.4-5.2A3.8 3.8 0 0 0 8 2.2ZM6.6 13.2a1.5 1.5 0 0 0 2.8 0',
  building: 'M3 13.8V3.2l6-1.4v12M9 6.2l4 1v6.6M1.8 13.8h12.4M5.2 5.6h1.6M5.2 8.2h1.6M5.2 10.8h1.6',
  calendar: 'M2.4 3.6h11.2v10H2.4zM2.4 6.8h11.2M5.4 2v2.8M10.6 2v2.8',
  card: 'M1.8 3.6h12.4v8.8H1.8zM1.8 6.6h12.4M4.2 9.8h2.6',
  chart: 'M2.4 2.4v11.2h11.2M5.4 11V7.6M8.4 11V4.8M11.4 11V6.4',
  check: 'm3 8.6 3.2 3.2L13 4.8',
  clock: 'M8 1.9a6.1 6.1 0 1 0 0 12.2A6.1 6.1 0 0 0 8 1.9ZM8 4.8V8l2.2 1.6',
  document: 'M3.6 1.9h5.6l3.2 3.2v9H3.6zM9 2v3.4h3.4M5.8 8.4h4.4M5.8 11h4.4',
  folder: 'M1.9 12.9V3.4h4.2l1.4 1.8h6.6v7.7z',
  gear: 'M8 5.7a2.3 2.3 0 1 0 0 4.6 2.3 2.3 0 0 0 0-4.6ZM8 1.8v1.9M8 12.3v1.9M1.8 8h1.9M12.3 8h1.9M3.6 3.6 5 5M11 11l1.4 1.4M3.6 12.4 5 11M11 5l1.4-1.4',
  home: 'M2.2 7.6 8 2.4l5.8 5.2M3.8 6.4v7.2h8.4V6.4M6.6 13.4v-3.6h2.8v3.6',
  inbox: 'M2 9.2 3.8 3h8.4L14 9.2v4H2zM2 9.2h3.4l1 1.8h3.2l1-1.8H14',
  key: 'M5.2 7.4a3 3 0 1 0 0 6 3 3 0 0 0 0-6ZM7.4 8.4l5.8-5.8M10.8 5l1.8 1.8M9 6.8l1.4 1.4',
  layers: 'M8 2 1.9 5.2 8 8.4l6.1-3.2zM1.9 8.2 8 11.4l6.1-3.2M1.9 11 8 14.2l6.1-3.2',
  list: 'M5.4 3.8h8.2M5.4 8h8.2M5.4 12.2h8.2M2.4 3.8h.2M2.4 8h.2M2.4 12.2h.2',
  map: 'M8 14.2s4.8-4.2 4.8-7.6a4.8 4.8 0 0 0-9.6 0c0 3.4 4.8 7.6 4.8 7.6ZM8 5a1.7 1.7 0 1 0 0 3.4A1.7 1.7 0 0 0 8 5Z',
  message: 'M2 2.9h12v8.4H7.4L4.2 14v-2.7H2z',
  pen: 'm2.4 13.6.6-3L10.8 2.8l2.4 2.4L5.4 13zM9.2 4.4l2.4 2.4',
  people:
    'M6 2.6a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5ZM1.6 13.4c0-2.6 1.8-4 4.4-4s4.4 1.4 4.4 4M10.6 2.8a2.4 2.4 0 0 1 0 4.6M12 9.8c1.6.6 2.4 1.8 2.4 3.6',
  person:
    'M8 2.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6ZM2.8 13.8c.2-2.8 2.2-4.2 5.2-4.2s5 1.4 5.2 4.2',
  phone:
    'M3.2 2.2h2.6l1 3-1.6 1.2a8 8 0 0 0 4.4 4.4l1.2-1.6 3 1v2.6c0 .6-.4 1-1 1A11 11 0 0 1 2.2 3.2c0-.6.4-1 1-1Z',
  plus: 'M8 3v10M3 8h10',
  search: 'M7 2.4a4.6 4.6 0 1 0 0 9.2 4.6 4.6 0 0 0 0-9.2ZM10.4 10.4l3.4 3.4',
  send: 'M14 2 1.9 6.8l4.6 2.4L9 13.9zM6.5 9.2 14 2',
  shield:
    'M8 1.9 2.8 3.8v3.8c0 3.2 2 5.4 5.2 6.5 3.2-1.1 5.2-3.3 5.2-6.5V3.8zM5.6 8l1.8 1.8 3.2-3.4',
  ticket:
    'M1.9 4h12.2v2.6a1.4 1.4 0 0 0 0 2.8V12H1.9V9.4a1.4 1.4 0 0 0 0-2.8zM9.8 4.4v1.4M9.8 7.4v1.4M9.8 10.2v1.4',
} as const;

export type IconName = keyof typeof strokes;

const svgNamespace = 'http://www.w3.org/2000/svg';

/** Decorative picture beside words; a control without words needs its own name. */
export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS(svgNamespace, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(svgNamespace, 'path');
  path.setAttribute('d', strokes[name]);
  svg.append(path);
  return svg;
}
