import { css } from 'lit';

export const promiseStyles = css`
  :host {
    display: block;
    padding: 10px 16px 6px;
    border-bottom: 1px solid var(--rg-line);
    background: var(--rg-canvas);
  }
  p {
    font-variant-numeric: tabular-nums;
  }
  .open,
  .closed,
  :is(.open, .closed) ~ p {
    padding-inline-start: 16px;
  }
  strong {
    color: var(--rg-text);
  }
  .state span,
  .due strong {
    white-space: nowrap;
  }
  .state {
    display: var(--rg-fold, block);
    position: relative;
    color: var(--rg-text-2);
  }
  .open::before,
  .closed::before {
    content: '';
    position: absolute;
    inset: 5px auto auto 0;
    width: 8px;
    height: 8px;
    border: 2px solid var(--rg-text-3);
    border-radius: 50%;
  }
  .open::before {
    border-color: var(--rg-met);
    background: var(--rg-met);
  }
  rg-ruler {
    display: var(--rg-fold, block);
    margin-top: 4px;
  }
`;
