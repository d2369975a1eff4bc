import { css } from 'lit';
import { apartStyles } from '#widget/elements/apart.styles.ts';
import { controlStyles } from '#widget/elements/controls.styles.ts';
import { sheetStyles } from '#widget/elements/sheet.styles.ts';
import { tokens } from '#widget/tokens.styles.ts';

const own = css`
  :host {
    display: contents !important;
  }
  :host([position='left']) {
    --rg-right: auto;
    --rg-left: calc(var(--rg-offset-x, 20px) + env(safe-area-inset-left));
  }
  dialog::backdrop {
    background: #14181629;
  }
  .header.with-back {
    padding-inline-start: 6px;
  }
  .mine {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-height: 32px;
    padding: 0 8px;
    border-radius: var(--rg-corner);
  }
  .mine:hover {
    background: var(--rg-sunken);
  }
  .badge {
    min-width: 18px;
    padding: 0 5px;
    border-radius: 9px;
    background: var(--rg-late);
    color: var(--rg-surface);
    font-size: 12px;
    font-weight: 600;
    line-height: 18px;
    text-align: center;
  }
  rg-promise {
    flex: none;
  }
  .keyboard rg-promise {
    --rg-fold: none;
  }
  .state {
    display: flex;
    gap: 12px;
    padding: 20px 16px;
  }
  .state > rg-icon {
    margin-top: 1px;
    color: var(--rg-late);
  }
  .state.door > rg-icon {
    color: var(--rg-text-2);
  }
  .delivered {
    padding: 16px 16px 0;
    font-size: 15px;
    font-weight: 600;
  }
  .state li {
    margin-top: 8px;
  }
`;

export const panelStyles = [apartStyles, tokens, controlStyles, sheetStyles, own];
