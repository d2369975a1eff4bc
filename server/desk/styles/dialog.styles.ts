import { css } from 'lit';

/** The sheet of a dialog; how wide it is and what stands on it is its own. */
export const dialogSheet = css`
  dialog {
    padding: 0;
    border: 0;
    border-radius: 14px;
    background: var(--rg-surface);
    color: var(--rg-text);
    box-shadow: var(--rg-shadow);
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 0.16);
  }
`;
