import { css } from 'lit';

/** A 22 px chip: icon and word, a colour of state. */
export const chipStyles = css`
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 5px;
    min-height: 22px;
    padding: 0 8px;
    border-radius: 6px;
    background: var(--rg-sunken);
    color: var(--rg-text-2);
    font-size: 12px;
    font-weight: 500;
    line-height: 16px;
    white-space: nowrap;
  }
  .chip rg-icon {
    width: 14px;
    height: 14px;
  }
  .chip.in_progress {
    background: var(--rg-accent-soft);
    color: var(--rg-accent);
  }
  .chip.waiting_requester,
  .chip.awaiting_channel {
    background: var(--rg-paused-bg);
    color: var(--rg-paused);
  }
  .chip.resolved {
    background: var(--rg-met-bg);
    color: var(--rg-met);
  }
  @media (forced-colors: active) {
    .chip {
      border: 1px solid;
    }
  }
`;
