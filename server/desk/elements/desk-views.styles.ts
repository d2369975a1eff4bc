import { css } from 'lit';
import { foldPx } from '#desk/text/views-that-fit.ts';

export const styles = css`
  :host {
    display: flex;
    gap: 10px;
    padding: 6px 14px 0;
    border-bottom: 1px solid var(--rg-line);
  }
  .tabs {
    display: flex;
    flex: 1;
    gap: 10px;
    min-width: 0;
    overflow: hidden;
  }
  [role='tab'],
  select {
    min-height: 30px;
    padding: 4px 0;
    border: 0;
    border-bottom: 2px solid transparent;
    border-radius: 0;
    background: none;
    color: var(--rg-text-2);
    font-size: 12px;
    line-height: 16px;
    white-space: nowrap;
  }
  [role='tab'] {
    flex: none;
  }
  .folded {
    visibility: hidden;
  }
  [role='tab'][aria-selected='true'],
  select.chosen {
    border-bottom-color: var(--rg-accent);
    color: var(--rg-text);
    font-weight: 500;
  }
  [role='tab']:focus-visible {
    outline-offset: -2px;
  }
  select {
    flex: none;
    width: ${foldPx.closed}px;
    text-overflow: ellipsis;
    cursor: pointer;
  }
  select.chosen {
    width: ${foldPx.chosen}px;
  }
  option {
    background: var(--rg-surface);
    color: var(--rg-text);
  }
  @media (pointer: coarse) {
    [role='tab'],
    select {
      min-height: 44px;
    }
  }
  @media (forced-colors: active) {
    [role='tab'][aria-selected='true'],
    select.chosen {
      border-bottom-color: Highlight;
    }
  }
`;
