import { css } from 'lit';

export const stageStyles = css`
  .stage {
    position: relative;
    flex: 1;
    min-height: 160px;
    overflow: hidden;
  }
  .stage > * {
    position: absolute;
  }
  .stage > div {
    inset: 0;
    overflow: hidden;
    outline-offset: -2px;
    cursor: crosshair;
    touch-action: none;
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
    filter: drop-shadow(0 0 1px #000) drop-shadow(0 0 1px #000);
  }
  path {
    fill: none;
    stroke: var(--rg-accent);
    stroke-width: 2px;
  }
  .handle {
    fill: #fff;
    stroke: #0b5b64;
  }
  input {
    width: 224px;
    height: 44px;
    padding: 0 10px;
    border: 2px solid #fff;
    border-radius: var(--rg-corner);
    background: #d03a22;
    color: #fff;
    font: 600 16px/20px var(--rg-face);
  }
`;
