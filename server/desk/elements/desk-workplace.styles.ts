import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    min-width: 0;
    min-height: 0;
  }
  .places {
    position: relative;
    display: grid;
    grid-template-columns: var(--queue-width, 372px) 1px minmax(0, 1fr) 332px;
    height: 100%;
    overflow: hidden;
  }
  .places:not(.with-ticket) {
    grid-template-columns: var(--queue-width, 372px) 1px minmax(0, 1fr);
  }
  .places > * {
    min-height: 0;
  }
  .ticket {
    display: grid;
    min-width: 0;
  }
  desk-context {
    border-left: 1px solid var(--rg-line);
  }
  @media (max-width: 1279px) {
    .places {
      grid-template-columns: var(--queue-width, 372px) 1px minmax(0, 1fr);
    }
    desk-context {
      display: none;
    }
    desk-context.open {
      position: absolute;
      inset: 0 0 0 auto;
      z-index: 1;
      display: block;
      width: min(332px, 100%);
      box-shadow: var(--rg-shadow);
    }
  }
  @media (max-width: 899px) {
    .places,
    .places:not(.with-ticket) {
      grid-template-columns: minmax(0, 1fr);
    }
    desk-splitter,
    .places:not(.with-ticket) .ticket,
    .with-ticket desk-queue {
      display: none;
    }
  }
`;
