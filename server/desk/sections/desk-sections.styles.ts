import { css } from 'lit';

export const styles = css`
  :host {
    display: grid;
    grid-template-columns: 220px minmax(0, 1fr);
    min-width: 0;
    min-height: 0;
    overflow: hidden;
    background: var(--rg-surface);
  }
  nav {
    display: grid;
    align-content: start;
    gap: 16px;
    overflow-y: auto;
    padding: 14px 10px;
    border-right: 1px solid var(--rg-line);
    background: var(--rg-canvas);
  }
  h2 {
    padding: 0 8px 4px;
    color: var(--rg-text-3);
    font-size: 12px;
    font-weight: 400;
    line-height: 16px;
  }
  a {
    display: block;
    padding: 5px 8px;
    border-radius: 7px;
    color: var(--rg-text-2);
    font-weight: 500;
    transition: background-color 80ms;
  }
  a:hover {
    background: var(--rg-sunken);
  }
  a[aria-current='page'] {
    background: var(--rg-accent-soft);
    color: var(--rg-accent);
  }
  .chooser {
    display: none;
  }
  .page {
    min-width: 0;
    min-height: 0;
    overflow-y: auto;
  }
  @media (max-width: 899px) {
    :host {
      grid-template-rows: auto minmax(0, 1fr);
      grid-template-columns: minmax(0, 1fr);
    }
    nav {
      display: none;
    }
    .chooser {
      display: flex;
      align-items: center;
      gap: 10px;
      padding: 8px 16px;
      border-bottom: 1px solid var(--rg-line);
      background: var(--rg-canvas);
      color: var(--rg-text-2);
    }
    .chooser select {
      flex: 1;
      min-width: 0;
      min-height: 44px;
      padding: 0 10px;
      border: 1px solid var(--rg-field);
      border-radius: 7px;
      background: var(--rg-surface);
      color: var(--rg-text);
      font-size: 16px;
      color-scheme: inherit;
    }
  }
  @media (forced-colors: active) {
    a[aria-current='page'] {
      outline: 2px solid Highlight;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      transition: none !important;
    }
  }
  @media print {
    :host {
      display: block;
      overflow: visible;
    }
    nav,
    .chooser {
      display: none;
    }
    .page {
      overflow: visible;
    }
  }
  .missing {
    max-width: 848px;
    margin: 0 auto;
    padding: 16px 20px 32px;
  }
`;
