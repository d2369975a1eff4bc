import { css } from 'lit';

export const clauseStyles = css`
  :host {
    display: inline;
  }
  button {
    all: unset;
    color: var(--rg-accent);
    font-weight: 500;
    white-space: nowrap;
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 3px;
    text-decoration-color: var(--rg-field);
    position: relative;
    cursor: pointer;
  }
  button:hover {
    text-decoration-color: currentColor;
  }
  :focus-visible {
    outline: 2px solid var(--rg-accent);
    outline-offset: 2px;
    border-radius: 3px;
  }
  [popover] {
    inset: auto;
    margin: 0;
    box-sizing: border-box;
    width: max-content;
    max-width: min(320px, 100vw - 24px);
    padding: 10px 12px;
    border: 0;
    border-radius: 10px;
    background: var(--rg-surface);
    color: var(--rg-text);
    box-shadow: var(--rg-shadow);
    font: 13px/18px var(--rg-face);
    white-space: normal;
  }
  strong {
    font-weight: 600;
  }
  p {
    margin: 2px 0 0;
  }
  a {
    display: inline-block;
    margin-top: 6px;
    color: var(--rg-accent);
    font-weight: 500;
  }
  @media (forced-colors: active) {
    [popover] {
      border: 1px solid;
    }
  }
  @media (pointer: coarse) {
    button::after {
      content: '';
      position: absolute;
      inset: -13px -6px;
    }
  }
`;
