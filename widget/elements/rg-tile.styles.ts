import { css } from 'lit';

export const tileStyles = css`
  :host {
    display: block;
  }
  .tile {
    position: relative;
    height: 58px;
    overflow: hidden;
    border: 1px solid var(--rg-line);
    border-radius: var(--rg-corner);
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
  .acts {
    position: absolute;
    inset: 4px 4px auto auto;
    display: flex;
    gap: 4px;
  }
  .icon-button {
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
  :host([wide]) {
    grid-column: 1 / -1;
  }
  .bad {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 36px;
    padding: 4px 4px 4px 10px;
    border: 1px solid var(--rg-late);
    border-radius: var(--rg-corner);
    color: var(--rg-late);
    font-size: 12px;
    line-height: 16px;
  }
  .bad span {
    flex: 1;
    overflow-wrap: anywhere;
  }
  @media (pointer: coarse) {
    .tile {
      height: 84px;
    }
    .acts {
      inset: 0 0 auto auto;
      gap: 0;
    }
    .icon-button {
      width: 44px;
      height: 44px;
      border: 4px solid transparent;
      background-clip: padding-box;
    }
  }
`;
