import { css } from 'lit';

export const attachmentStyles = css`
  :host {
    display: block;
  }
  .tiles {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(140px, 1fr));
    gap: 8px;
  }
  .tile {
    position: relative;
    height: 58px;
    overflow: hidden;
    border: 1px solid var(--rg-line);
    border-radius: var(--rg-radius);
    background: var(--rg-canvas);
  }
  .tile rg-picture {
    height: 100%;
  }
  .tile .file {
    padding: 8px 36px 0 10px;
    overflow: hidden;
    white-space: nowrap;
    text-overflow: ellipsis;
    font-size: 12px;
  }
  .caption {
    position: absolute;
    inset: auto auto 4px 4px;
    max-width: calc(100% - 8px);
    padding: 0 5px;
    overflow: hidden;
    border-radius: 4px;
    background: #101312d9;
    color: #fff;
    font-size: 12px;
    line-height: 16px;
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  .tile .icon-button {
    position: absolute;
    inset: 4px 4px auto auto;
    width: 22px;
    height: 22px;
    border: 1px solid var(--rg-line);
    background: var(--rg-surface);
    color: var(--rg-text);
  }
  .uploading rg-picture,
  .uploading .file {
    opacity: 0.45;
  }
  progress {
    position: absolute;
    inset: auto 0 0;
    width: 100%;
    height: 3px;
    border: 0;
    appearance: none;
    background: none;
    accent-color: var(--rg-accent);
  }
  progress::-webkit-progress-bar {
    background: none;
  }
  progress::-webkit-progress-value {
    background: var(--rg-accent);
  }
  progress::-moz-progress-bar {
    background: var(--rg-accent);
  }
  .failed {
    border-color: var(--rg-late);
  }
  .failed .caption {
    background: var(--rg-late-bg);
    color: var(--rg-late);
  }
  .add {
    display: grid;
    align-content: center;
    justify-items: center;
    grid-column: auto / span 1;
    gap: 2px;
    min-height: 58px;
    padding: 4px 8px;
    border: 1px dashed var(--rg-field);
    border-radius: var(--rg-radius);
    color: var(--rg-text-2);
    text-align: center;
    font-size: 12px;
    line-height: 16px;
  }
  .add.wide {
    grid-column: 1 / -1;
    grid-auto-flow: column;
    justify-content: center;
    gap: 14px;
    min-height: 44px;
  }
  :host([compact]) .add,
  :host([compact]) .add.wide {
    justify-content: start;
    min-height: 0;
    padding: 4px 0;
    border: 0;
  }
  .add.over {
    border-color: var(--rg-accent);
    background: var(--rg-accent-soft);
  }
  .add button {
    display: inline-flex;
    align-items: center;
    gap: 6px;
  }
  input {
    display: none;
  }
  @media (pointer: coarse) {
    .tile,
    .add {
      height: auto;
      min-height: 84px;
    }
    .tile rg-picture {
      height: 84px;
    }
    .tile .icon-button {
      inset: 0 0 auto auto;
      width: 44px;
      height: 44px;
      border: 4px solid transparent;
      background-clip: padding-box;
    }
    .add button {
      min-height: 36px;
    }
  }
`;
