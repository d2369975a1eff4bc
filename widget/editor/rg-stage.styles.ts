import { css } from 'lit';

export const stageStyles = css`
  :host {
    position: relative;
    display: block;
    overflow: hidden;
  }
  .stage {
    position: absolute;
    inset: 0;
    overflow: hidden;
    outline-offset: -2px;
    cursor: crosshair;
    touch-action: none;
    user-select: none;
    -webkit-user-select: none;
  }
  canvas {
    position: absolute;
    inset: 0 auto auto 0;
    background: #ddd;
  }
  svg {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    pointer-events: none;
  }
  .frame,
  .cross,
  .edge {
    fill: none;
    stroke: var(--rg-accent);
    stroke-width: 2px;
  }
  .edge {
    stroke: #101312;
    stroke-width: 5px;
  }
  .handle {
    fill: #fff;
    stroke: #0b5b64;
    stroke-width: 2px;
  }
  .remove {
    position: absolute;
  }
  input {
    position: absolute;
    width: 224px;
    height: 44px;
    padding: 0 10px;
    border: 2px solid #fff;
    border-radius: var(--rg-radius);
    background: #d03a22;
    color: #fff;
    font: 600 16px/20px var(--rg-font);
  }
`;
