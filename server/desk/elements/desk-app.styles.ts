import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    height: 100dvh;
    background: var(--rg-canvas);
  }
  .frame {
    display: grid;
    grid-template-columns: 52px minmax(0, 1fr);
    grid-template-rows: minmax(0, 1fr);
    height: 100%;
  }
  main {
    position: relative;
    display: grid;
    grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
    min-width: 0;
  }
  @media (max-width: 899px) {
    .frame {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: minmax(0, 1fr) auto;
    }
    desk-rail {
      order: 1;
    }
  }
  @media print {
    :host,
    .frame,
    main {
      display: block;
      height: auto;
    }
    desk-rail,
    desk-calls {
      display: none;
    }
  }
`;
