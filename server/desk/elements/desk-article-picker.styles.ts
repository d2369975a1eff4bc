import { css } from 'lit';

export const styles = css`
  dialog {
    width: min(560px, 100vw - 24px);
    max-height: min(600px, 100dvh - 24px);
  }
  .sheet {
    display: grid;
    max-height: inherit;
    grid-template-rows: auto auto minmax(0, 1fr);
  }
  header {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 48px;
    padding: 6px 8px 6px 16px;
    border-bottom: 1px solid var(--rg-line);
  }
  h2 {
    flex: 1;
    font-size: 15px;
    font-weight: 600;
    line-height: 20px;
  }
  .ask {
    padding: 12px 16px 8px;
  }
  .ask p {
    margin-top: 6px;
    color: var(--rg-text-2);
    font-size: 12px;
    line-height: 16px;
  }
  ul {
    min-height: 180px;
    overflow-y: auto;
    padding: 0 8px 8px;
  }
  li {
    padding: 8px;
    border-radius: 7px;
    cursor: pointer;
    overflow-wrap: anywhere;
  }
  li:hover {
    background: var(--rg-sunken);
  }
  li[aria-selected='true'] {
    background: var(--rg-accent-soft);
    box-shadow: inset 3px 0 var(--rg-accent);
  }
  b {
    display: block;
    font-weight: 600;
  }
  .summary {
    color: var(--rg-text-2);
    font-size: 12px;
    line-height: 16px;
  }
  .none {
    padding: 8px 16px 16px;
    color: var(--rg-text-2);
  }
  @media (max-width: 479px) {
    dialog {
      width: 100vw;
      max-width: none;
      height: 100dvh;
      max-height: none;
      border-radius: 0;
    }
    .sheet {
      height: 100%;
    }
  }
  @media (pointer: coarse) {
    li {
      min-height: 44px;
    }
  }
  @media (forced-colors: active) {
    li[aria-selected='true'] {
      outline: 2px solid Highlight;
    }
  }
`;
