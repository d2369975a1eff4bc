import { css } from 'lit';

export const stepsStyles = css`
  :host {
    display: block;
  }
  .head {
    display: flex;
    align-items: baseline;
    gap: 6px;
    margin-bottom: 4px;
  }
  .head .label {
    flex: 1;
    margin: 0;
  }
  ol {
    border: 1px solid var(--rg-field);
    border-radius: var(--rg-corner);
    background: var(--rg-surface);
  }
  li {
    display: flex;
    align-items: center;
    gap: 4px;
    padding-inline-start: 9px;
  }
  li + li {
    border-top: 1px solid var(--rg-line);
  }
  li > span {
    min-width: 14px;
    color: var(--rg-text-3);
    font-variant-numeric: tabular-nums;
  }
  li input {
    flex: 1;
    min-height: 25px;
    padding: 3px 6px;
    border: 0;
    border-radius: 5px;
    background: none;
  }
  li .icon-button {
    width: 24px;
    height: 24px;
    opacity: 0;
  }
  li:hover .icon-button,
  li:focus-within .icon-button {
    opacity: 1;
  }
  li .icon-button[disabled] {
    visibility: hidden;
  }
  @media (pointer: coarse) {
    .head .link {
      margin-block: -13px;
    }
    li .icon-button {
      width: 44px;
      height: 44px;
      opacity: 1;
    }
  }
`;
