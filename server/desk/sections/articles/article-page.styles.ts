import { css } from 'lit';

/** One article: how it reads, its versions, and the page where it is written. */
export const pageStyles = css`
  h2:focus-visible {
    outline-offset: 4px;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
    margin: 6px 0 12px;
    color: var(--rg-text-2);
  }
  .facts a {
    color: var(--rg-accent);
    font-weight: 500;
  }
  .older {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
    margin: 0 0 12px;
    padding: 8px 12px;
    border-radius: 7px;
    background: var(--rg-paused-bg);
    color: var(--rg-paused);
  }
  .older.late {
    background: var(--rg-late-bg);
    color: var(--rg-late);
  }
  .older > span {
    flex: 1 1 220px;
  }
  .older .edged {
    color: var(--rg-text);
  }
  .switch {
    display: flex;
    flex-wrap: wrap;
    gap: 2px;
    margin-bottom: 12px;
    border-bottom: 1px solid var(--rg-line);
  }
  .switch button {
    min-height: 32px;
    padding: 0 10px;
    border: 0;
    border-bottom: 2px solid transparent;
    background: none;
    color: var(--rg-text-2);
    font-weight: 500;
  }
  .switch button[aria-pressed='true'] {
    border-bottom-color: var(--rg-accent);
    color: var(--rg-accent);
  }
  .switch i {
    color: var(--rg-text-3);
    font-style: normal;
    font-weight: 400;
  }
  .summary {
    margin-bottom: 12px;
    color: var(--rg-text-2);
    font-size: 15px;
    line-height: 23px;
  }
  .versions {
    margin-top: 32px;
  }
  .versions h3 {
    padding-bottom: 6px;
    font-size: 13px;
    font-weight: 600;
  }
  @media (max-width: 479px) {
    .head h2 {
      flex-basis: 100%;
    }
  }
  @media (pointer: coarse) {
    .switch button {
      min-height: 44px;
    }
  }
  @media (forced-colors: active) {
    .older {
      border: 1px solid;
    }
    .switch button[aria-pressed='true'] {
      border-bottom-color: Highlight;
    }
  }
`;
