import { css } from 'lit';

const light = css`
  --rg-canvas: #f5f4f1 !important;
  --rg-surface: #ffffff !important;
  --rg-sunken: #efeeea !important;
  --rg-line: #e2e0da !important;
  --rg-field: #8e8b83 !important;
  --rg-text: #1a1d1c !important;
  --rg-text-2: #515655 !important;
  --rg-text-3: #666b69 !important;
  --rg-accent: #0b5b64;
  --rg-on-accent: #ffffff;
  --rg-accent-soft: #e1eeee !important;
  --rg-soon: #7d4e00 !important;
  --rg-soon-bg: #fbefd6 !important;
  --rg-late: #a3291b !important;
  --rg-late-bg: #fbe6e2 !important;
  --rg-paused: #41546a !important;
  --rg-paused-bg: #e6ecf2 !important;
  --rg-met: #27652f !important;
  --rg-met-bg: #e4f0e3 !important;
  --rg-note: #5f4700 !important;
  --rg-note-bg: #fff5d2 !important;
  --rg-shadow: 0 0 0 1px #1a1d1c17, 0 2px 6px #14181614, 0 18px 48px -8px #14181647 !important;
  color-scheme: light !important;
`;

/** The dark ones, for what is dark whatever the page is. */
export const darkTokens = css`
  --rg-canvas: #121514 !important;
  --rg-surface: #191d1c !important;
  --rg-sunken: #212625 !important;
  --rg-line: #303635 !important;
  --rg-field: #767e7b !important;
  --rg-text: #ecefed !important;
  --rg-text-2: #b4bbb8 !important;
  --rg-text-3: #98a09d !important;
  --rg-accent: #79cbcb;
  --rg-on-accent: #06272a;
  --rg-accent-soft: #173637 !important;
  --rg-soon: #f0be69 !important;
  --rg-soon-bg: #3a2c12 !important;
  --rg-late: #ff9e8e !important;
  --rg-late-bg: #43201b !important;
  --rg-paused: #a9c0d8 !important;
  --rg-paused-bg: #233040 !important;
  --rg-met: #8fd198 !important;
  --rg-met-bg: #1b3520 !important;
  --rg-note: #f0d684 !important;
  --rg-note-bg: #352d14 !important;
  --rg-shadow: 0 0 0 1px #38403e, 0 18px 48px -8px #000c !important;
  color-scheme: dark !important;
`;

/**
 * Design tokens for the host of a tree: light, dark by `theme="dark"` or by the system. `!important`
 * keeps state colours from the page; only accent, on-accent, radius and font are the host's to set, the
 * last two by inheritance: a page says them of its root as of the element.
 */
export const tokens = css`
  :host {
    ${light}
    --rg-corner: var(--rg-radius, 7px);
    --rg-face: var(--rg-font, system-ui, sans-serif);
  }
  @media (prefers-color-scheme: dark) {
    :host(:not([theme='light'])) {
      ${darkTokens}
    }
  }
  :host([theme='dark']) {
    ${darkTokens}
  }
`;
