import { css } from 'lit';

/** Type, focus and controls that every element of the desk shares. */
export const base = css`
  :host {
    box-sizing: border-box;
    color: var(--rg-text);
    font: 400 13px/18px var(--rg-face);
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  button,
  select,
  textarea {
    font: inherit;
    color: inherit;
  }
  a {
    color: inherit;
    text-decoration: none;
  }
  .icon {
    flex: none;
    display: block;
  }
  :focus-visible {
    outline: 2px solid var(--rg-accent);
    outline-offset: 2px;
  }
  .quiet {
    color: var(--rg-text-3);
  }
  .figures {
    font-variant-numeric: tabular-nums;
  }
  .clause {
    color: var(--rg-accent);
    font-weight: 500;
    white-space: nowrap;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

/** Buttons and the 24 px picker. */
export const controls = css`
  button {
    cursor: pointer;
  }
  button:disabled {
    cursor: default;
  }
  .plain,
  .tool,
  .edged {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-height: 28px;
    padding: 0 10px;
    border: 1px solid transparent;
    border-radius: 7px;
    background: none;
    font-weight: 500;
    transition: background-color 80ms;
  }
  .edged {
    border-color: var(--rg-field);
    background: var(--rg-surface);
  }
  .plain {
    color: var(--rg-accent);
  }
  .tool {
    justify-content: center;
    min-width: 28px;
    padding: 0 5px;
    color: var(--rg-text-2);
  }
  .plain:hover,
  .tool:hover,
  .edged:hover {
    background: var(--rg-sunken);
  }
  .primary {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-height: 32px;
    padding: 0 12px;
    border: 1px solid transparent;
    border-radius: 7px;
    background: var(--rg-accent);
    color: var(--rg-surface);
    font-weight: 600;
  }
  .primary:disabled {
    opacity: 0.55;
  }
  .pill {
    height: 24px;
    padding: 0 22px 0 8px;
    border: 1px solid var(--rg-field);
    border-radius: 6px;
    appearance: none;
    background: var(--rg-surface);
    background-image:
      linear-gradient(45deg, transparent 50%, currentcolor 50%),
      linear-gradient(135deg, currentcolor 50%, transparent 50%);
    background-position:
      right 12px center,
      right 8px center;
    background-repeat: no-repeat;
    background-size:
      4px 4px,
      4px 4px;
    font-size: 12px;
    font-weight: 500;
  }
  kbd {
    padding: 0 5px;
    border: 1px solid currentcolor;
    border-radius: 4px;
    font: 500 11px/16px var(--rg-face);
    opacity: 0.8;
  }
  @media (pointer: coarse) {
    .plain,
    .tool,
    .edged,
    .primary {
      min-height: 44px;
      min-width: 44px;
    }
    .pill {
      height: 36px;
      font-size: 16px;
    }
  }
  @media (forced-colors: active) {
    .pill {
      appearance: auto;
    }
    .primary {
      border-color: ButtonText;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      transition: none !important;
      animation: none !important;
    }
  }
`;
