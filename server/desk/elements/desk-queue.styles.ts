import { css } from 'lit';

export const styles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
    background: var(--rg-surface);
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 2px 12px;
    padding: 10px 14px 0;
  }
  h2 {
    font-size: 15px;
    line-height: 20px;
    font-weight: 600;
  }
  .hours {
    display: flex;
    align-items: center;
    gap: 7px;
    color: var(--rg-text-2);
    font-size: 12px;
    line-height: 16px;
    font-variant-numeric: tabular-nums;
  }
  .dot {
    width: 8px;
    height: 8px;
    border: 1.5px solid var(--rg-text-3);
    border-radius: 50%;
  }
  .dot.open {
    border-color: var(--rg-met);
    background: var(--rg-met);
  }
  .order {
    padding: 6px 14px;
    border-bottom: 1px solid var(--rg-line);
    background: var(--rg-canvas);
    color: var(--rg-text-2);
    font-size: 12px;
    line-height: 16px;
  }
  .list {
    flex: 1;
    min-height: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  .calendar,
  .stale {
    padding: 6px 14px;
    background: var(--rg-soon-bg);
    color: var(--rg-soon);
    font-size: 12px;
    line-height: 16px;
  }
  .row {
    display: grid;
    gap: 3px;
    padding: 9px 14px;
    border-bottom: 1px solid var(--rg-line);
    color: var(--rg-text);
    transition: background-color 80ms;
  }
  a.row:not([aria-current]):hover {
    background: var(--rg-canvas);
  }
  a.row:focus-visible {
    outline-offset: -2px;
  }
  .row[aria-current] {
    background: var(--rg-accent-soft);
    box-shadow: inset 3px 0 0 var(--rg-accent);
  }
  .row.late:not([aria-current]) {
    box-shadow: inset 3px 0 0 var(--rg-late);
  }
  .row.soon:not([aria-current]) {
    background-image: repeating-linear-gradient(var(--rg-soon) 0 4px, transparent 4px 8px);
    background-position: left;
    background-repeat: no-repeat;
    background-size: 3px 100%;
  }
  .mark {
    font-weight: 600;
  }
  .late .mark {
    color: var(--rg-late);
  }
  .soon .mark {
    color: var(--rg-soon);
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 4px;
  }
  li:has(.finish) {
    border-bottom: 1px solid var(--rg-line);
  }
  li:has(.finish) .row {
    border-bottom: 0;
  }
  .finish {
    margin: 0 14px 10px;
  }
  .meta {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    min-height: 22px;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 6px;
    min-width: 0;
    color: var(--rg-text-3);
    font-size: 12px;
    line-height: 16px;
  }
  .severity {
    display: inline-flex;
    align-items: center;
    gap: 3px;
    color: var(--rg-text-2);
    font-weight: 600;
  }
  .severity.critical {
    color: var(--rg-late);
  }
  .severity.high {
    color: var(--rg-soon);
  }
  .subject {
    overflow: hidden;
    font-weight: 600;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .why {
    display: block;
    margin-top: 2px;
    color: var(--rg-text-3);
    font-size: 12px;
    line-height: 16px;
  }
  .duty {
    color: var(--rg-text-2);
    font-size: 12px;
    line-height: 16px;
    font-variant-numeric: tabular-nums;
  }
  .more {
    display: block;
    width: calc(100% - 24px);
    min-height: 36px;
    margin: 8px 12px 16px;
  }
  .skeleton {
    animation: appear 0s 200ms both;
  }
  @keyframes appear {
    from {
      visibility: hidden;
    }
  }
  .bar {
    display: block;
    height: 14px;
    margin: 2px 0;
    border-radius: 4px;
    background: var(--rg-sunken);
  }
  .bar.short {
    width: 45%;
  }
  .bar.mid {
    width: 70%;
  }
  @media (forced-colors: active) {
    .row[aria-current] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
