import { css } from 'lit';

/** Buttons, links and boxes that every screen shares. */
export const controlStyles = css`
  :host {
    box-sizing: border-box;
    color: var(--rg-text);
    font: 13px/18px var(--rg-face);
    -webkit-text-size-adjust: 100%;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  p,
  h2,
  h3,
  ul,
  ol,
  dl,
  dd {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  strong {
    font-weight: 600;
  }
  button {
    padding: 0;
    border: 0;
    background: none;
    font: inherit;
    cursor: pointer;
    touch-action: manipulation;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-height: 32px;
    padding: 0 12px;
    border: 1px solid var(--rg-line);
    border-radius: var(--rg-corner);
    background: var(--rg-surface);
    color: var(--rg-text);
    font-weight: 500;
    text-decoration: none;
    transition: background-color 80ms;
  }
  @media (hover: hover) {
    .button:hover {
      background: var(--rg-canvas);
    }
    .primary:hover {
      background: color-mix(in srgb, var(--rg-accent) 88%, var(--rg-text));
    }
  }
  .primary {
    border-color: transparent;
    background: var(--rg-accent);
    color: var(--rg-on-accent);
    font-weight: 600;
  }
  .primary:disabled {
    opacity: 0.6;
    cursor: default;
  }
  kbd {
    padding: 0 5px;
    border: 1px solid color-mix(in srgb, currentColor 45%, transparent);
    border-radius: 4px;
    font: 500 11px/16px var(--rg-face);
  }
  .link {
    color: var(--rg-accent);
    font-weight: 500;
    text-align: start;
  }
  .link:hover {
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .quiet {
    color: var(--rg-text-2);
  }
  .icon-button {
    display: inline-grid;
    place-items: center;
    width: 32px;
    height: 32px;
    border-radius: var(--rg-corner);
    color: var(--rg-text-2);
  }
  .icon-button:hover {
    background: var(--rg-sunken);
    color: var(--rg-text);
  }
  :focus-visible {
    outline: 2px solid var(--rg-accent);
    outline-offset: 2px;
  }
  .note {
    color: var(--rg-text-3);
  }
  .error {
    display: flex;
    gap: 6px;
    margin-top: 4px;
    color: var(--rg-late);
    font-size: 12px;
    line-height: 16px;
  }
  footer {
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 10px 16px;
    border-top: 1px solid var(--rg-line);
    background: var(--rg-surface);
  }
  .grow {
    flex: 1;
    min-width: 0;
  }
  .scroll {
    position: relative;
    flex: 1;
    min-height: 0;
    overflow: auto;
    overscroll-behavior: contain;
  }
  @media (pointer: coarse) {
    .button {
      min-height: 44px;
    }
    .icon-button {
      width: 44px;
      height: 44px;
    }
    .link,
    .quiet {
      min-height: 44px;
    }
    kbd {
      display: none;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      transition: none;
      animation: none;
    }
  }
`;
