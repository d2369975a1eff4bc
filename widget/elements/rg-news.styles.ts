import { css } from 'lit';

export const newsStyles = css`
  :host {
    display: block;
  }
  details {
    padding: 8px 16px;
    border-bottom: 1px solid var(--rg-line);
    background: var(--rg-sunken);
    font-size: 13px;
    line-height: 18px;
    overflow-wrap: anywhere;
  }
  details[data-kind='outage'],
  details[data-kind='planned_works'] {
    background: var(--rg-paused-bg);
  }
  summary {
    cursor: pointer;
    font-weight: 500;
  }
  summary:focus-visible {
    outline: 2px solid var(--rg-accent);
    outline-offset: 2px;
  }
  .time {
    color: var(--rg-text-2);
    font-size: 12px;
  }
  .text {
    margin-top: 4px;
    white-space: pre-line;
  }
`;
