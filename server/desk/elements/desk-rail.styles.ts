import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    min-height: 0;
    border-right: 1px solid var(--rg-line);
    background: var(--rg-canvas);
  }
  nav {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 4px;
    height: 100%;
    padding: 8px 0;
  }
  .gap {
    flex: 1;
  }
  .mark,
  a,
  button,
  .pick {
    display: grid;
    flex: none;
    place-items: center;
    width: 36px;
    height: 36px;
    padding: 0;
    border: 0;
    border-radius: 7px;
    background: none;
    color: var(--rg-text-2);
    cursor: pointer;
    transition: background-color 80ms;
  }
  .mark {
    margin-bottom: 8px;
    color: var(--rg-accent);
    cursor: default;
  }
  a:hover,
  button:hover,
  .pick:hover {
    background: var(--rg-sunken);
  }
  a[aria-current='page'] {
    background: var(--rg-accent-soft);
    color: var(--rg-accent);
  }
  .pick {
    position: relative;
    font-size: 12px;
    font-weight: 600;
  }
  .vendor {
    border: 1px solid var(--rg-field);
    background: var(--rg-surface);
  }
  .pick select {
    position: absolute;
    inset: 0;
    width: 100%;
    opacity: 0;
    cursor: pointer;
  }
  .pick option {
    color: initial;
  }
  .pick:has(select:focus-visible) {
    outline: 2px solid var(--rg-accent);
    outline-offset: 2px;
  }
  @media (max-width: 899px) {
    :host {
      border-top: 1px solid var(--rg-line);
      border-right: 0;
      padding-bottom: env(safe-area-inset-bottom);
    }
    nav {
      flex-direction: row;
      justify-content: space-around;
      height: 52px;
      padding: 0 4px;
    }
    .mark,
    .gap,
    .keys {
      display: none;
    }
    a,
    button,
    .pick {
      width: 44px;
      height: 44px;
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
`;
