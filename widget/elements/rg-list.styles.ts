import { css } from 'lit';

export const listStyles = css`
  :host {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
  }
  .clause {
    white-space: nowrap;
  }
  .row {
    display: block;
    width: 100%;
    padding: 10px 16px;
    border: 0;
    border-bottom: 1px solid var(--rg-line);
    background: none;
    color: inherit;
    text-align: start;
  }
  .row:hover {
    background: var(--rg-canvas);
  }
  .row:focus-visible {
    outline-offset: -2px;
  }
  .row.unread {
    box-shadow: inset 3px 0 var(--rg-paused);
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 2px 8px;
    color: var(--rg-text-2);
    font-size: 12px;
    font-variant-numeric: tabular-nums;
  }
  .subject {
    display: block;
    overflow: hidden;
    font-weight: 600;
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  .row .note {
    display: block;
    font-size: 12px;
    line-height: 16px;
  }
  .unread .note {
    color: var(--rg-text);
    font-weight: 500;
  }
  .state {
    display: flex;
    gap: 12px;
    padding: 16px;
  }
  .state rg-icon {
    margin-top: 1px;
    color: var(--rg-text-2);
  }
  .state .late {
    color: var(--rg-late);
  }
  footer .note {
    font-size: 12px;
  }
`;
