import { css } from 'lit';

/** The page of the installer: one column to read. */
export const portalInstallStyles = css`
  :host {
    display: block !important;
    min-height: var(--least, 100vh) !important;
    background: var(--rg-surface) !important;
  }
  main {
    box-sizing: border-box;
    max-width: 640px;
    margin: 0 auto;
    padding: 40px 24px;
    color: var(--rg-text);
    font: 15px/23px var(--rg-face);
  }
  h1 {
    margin: 0 0 12px;
    font-size: 24px;
    font-weight: 600;
    line-height: 32px;
  }
  p,
  ul {
    margin: 0 0 16px;
  }
  ul {
    padding-inline-start: 20px;
    list-style: disc;
  }
  li {
    margin-top: 4px;
  }
  fieldset {
    min-width: 0;
    margin: 0 0 20px;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
    margin-bottom: 6px;
    font-weight: 600;
  }
  .pick {
    display: flex;
    align-items: center;
    gap: 10px;
    min-height: 32px;
    cursor: pointer;
  }
  .pick input {
    flex: none;
    width: 16px;
    height: 16px;
    min-height: 0;
    margin: 0;
    padding: 0;
    accent-color: var(--rg-accent);
  }
  .under {
    max-width: 420px;
    margin: 2px 0 10px;
    padding-inline-start: 26px;
  }
  .under p {
    margin: 4px 0 0;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .note {
    font-size: 13px;
    line-height: 18px;
  }
  .alert {
    padding: 10px 12px;
    border-radius: var(--rg-corner);
    background: var(--rg-paused-bg);
    color: var(--rg-paused);
  }
`;
