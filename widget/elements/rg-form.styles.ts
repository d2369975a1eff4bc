import { css } from 'lit';

export const formStyles = css`
  :host {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
  }
  .part {
    display: contents;
    gap: inherit;
  }
  .part[inert] > * {
    opacity: 0.65;
  }
  .body {
    display: flex;
    flex-direction: column;
    gap: 10px;
    padding: 12px 16px 16px;
    container-type: inline-size;
  }
  .inline {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 14px;
  }
  .inline .label {
    margin: 0;
  }
  .inline .picker {
    flex: 1 1 220px;
    min-width: 0;
  }
  .pair {
    display: grid;
    gap: inherit;
  }
  @container (min-width: 360px) {
    .pair {
      grid-template-columns: 1fr 1fr;
    }
  }
  .later {
    flex: none;
    height: 49px;
  }
  .rest {
    height: 194px;
  }
  .notice {
    display: flex;
    gap: 8px;
    padding: 8px 10px;
    border-radius: var(--rg-corner);
    background: var(--rg-soon-bg);
    color: var(--rg-text);
  }
  .notice rg-icon {
    margin-top: 1px;
    color: var(--rg-soon);
  }
  rg-suggest {
    display: grid;
    flex: none;
    align-content: center;
    min-height: 66px;
    padding: 6px 10px;
    border-radius: var(--rg-corner);
    background: var(--rg-sunken);
    color: var(--rg-text-3);
    font-size: 12px;
    line-height: 16px;
  }
  rg-suggest.confirm {
    min-height: 98px;
  }
  rg-suggest:is(:focus-within, :active),
  .body:has(textarea:focus, [type='text']:focus, rg-steps:focus-within) rg-suggest[found] {
    position: sticky;
    z-index: 1;
    bottom: 8px;
    box-shadow: 0 0 0 1px var(--rg-line);
  }
  .body:has(rg-suggest[found]) {
    scroll-padding-bottom: 132px;
  }
  .contact {
    display: flex;
    gap: 10px;
  }
  .contact > rg-icon {
    margin-top: 1px;
    color: var(--rg-text-2);
  }
  .proven {
    color: var(--rg-met);
  }
  .kept {
    display: flex;
    align-items: center;
    gap: 6px;
  }
  @media (pointer: coarse) {
    rg-suggest {
      min-height: 72px;
    }
    rg-suggest.confirm {
      min-height: 116px;
    }
  }
  @media (max-width: 479px) {
    .body {
      gap: 14px;
    }
    .inline .picker {
      flex-basis: 100%;
    }
    footer {
      flex-wrap: wrap;
    }
    footer .kept {
      flex-basis: 100%;
    }
    footer .primary {
      flex: 1;
    }
  }
  @media (forced-colors: active) {
    .notice {
      border: 1px solid;
    }
  }
`;
