import { css } from 'lit';

export const rulerStyles = css`
  :host {
    display: block;
    height: 30px;
  }
  svg {
    display: block;
    width: 100%;
    height: 100%;
    overflow: visible;
  }
  .open {
    fill: var(--rg-accent);
  }
  .ahead.open {
    opacity: 0.3;
  }
  .late {
    fill: var(--rg-late);
  }
  .hatch {
    stroke: var(--rg-text-3);
    stroke-width: 1;
    opacity: 0.75;
  }
  .now {
    fill: var(--rg-surface);
    stroke: var(--rg-text);
    stroke-width: 2.5;
  }
  .due {
    fill: var(--rg-text);
  }
  text {
    fill: var(--rg-text-3);
    font: 11px/14px var(--rg-face);
    font-variant-numeric: tabular-nums;
  }
  .strong {
    fill: var(--rg-text);
    font-weight: 600;
  }
  @media (forced-colors: active) {
    .open,
    .ahead.open {
      fill: Canvas;
      stroke: CanvasText;
      opacity: 1;
    }
    .counted.open {
      fill: Highlight;
    }
    .hatch,
    .now {
      stroke: CanvasText;
    }
    .due,
    text {
      fill: CanvasText;
    }
  }
`;
