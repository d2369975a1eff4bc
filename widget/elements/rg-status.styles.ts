import { css } from 'lit';

export const statusStyles = css`
  :host {
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
  rg-icon {
    width: 14px;
    height: 14px;
  }
  :host([status='in_progress']) {
    background: var(--rg-accent-soft);
    color: var(--rg-accent);
  }
  :host([status='waiting_requester']),
  :host([status='awaiting_channel']) {
    background: var(--rg-paused-bg);
    color: var(--rg-paused);
  }
  :host([status='resolved']) {
    background: var(--rg-met-bg);
    color: var(--rg-met);
  }
  @media (forced-colors: active) {
    :host {
      border: 1px solid;
    }
  }
`;
