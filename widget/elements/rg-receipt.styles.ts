import { css } from 'lit';

export const receiptStyles = css`
  :host {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
  }
  .scroll {
    display: flex;
    flex-direction: column;
  }
  .head,
  .term,
  .next {
    padding: 12px 16px;
  }
  .term {
    border-block: 1px solid var(--rg-line);
    background: var(--rg-canvas);
    font-variant-numeric: tabular-nums;
  }
  .number {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 4px 16px;
  }
  .number strong {
    font: 600 32px/40px var(--rg-face);
    overflow-wrap: anywhere;
  }
  .prepared .number strong {
    font-size: 18px;
    line-height: 24px;
  }
  .due {
    font-size: 15px;
    line-height: 20px;
  }
  rg-ruler {
    margin: 8px 0 4px;
  }
  summary {
    display: flex;
    align-items: center;
    gap: 4px;
    width: max-content;
    color: var(--rg-accent);
    font-weight: 600;
    list-style: none;
    cursor: pointer;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  details:not([open]) summary rg-icon {
    transform: rotate(-90deg);
  }
  details p {
    margin-top: 4px;
    color: var(--rg-text-2);
    font-size: 12px;
    line-height: 16px;
  }
  .next h3 {
    margin-bottom: 8px;
    color: var(--rg-text-2);
    font-size: 13px;
    font-weight: 600;
  }
  .next li {
    display: flex;
    gap: 12px;
    padding: 5px 0;
  }
  .next li rg-icon {
    margin-top: 1px;
    color: var(--rg-text-2);
  }
  rg-keep {
    margin-top: 8px;
  }
  .end {
    margin-top: auto;
    padding: 0 16px 10px;
    font-size: 12px;
    line-height: 16px;
  }
  .bridge {
    display: grid;
    gap: 10px;
  }
  .bridge + .note {
    margin-top: 6px;
  }
  @media (pointer: coarse) {
    summary {
      min-height: 44px;
    }
  }
`;
