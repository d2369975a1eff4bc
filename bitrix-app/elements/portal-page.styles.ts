import { css } from 'lit';

/** The page of the app inside a portal: no shadow and no dialog of its own, the portal draws the frame. */
export const portalPageStyles = css`
  :host {
    display: block !important;
  }
  h1 {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .page {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 300px;
    min-height: var(--least, 100vh);
    background: var(--rg-surface);
    color: var(--rg-text);
    font: 13px/18px var(--rg-face);
  }
  main {
    display: flex;
    flex-direction: column;
    min-width: 0;
  }
  .screen {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
  }
  .header {
    display: flex;
    flex: none;
    align-items: center;
    gap: 4px;
    min-height: 56px;
    padding: 0 16px;
    border-bottom: 0;
  }
  .header .mine {
    border: 1px solid var(--rg-line);
  }
  .screen > rg-promise {
    margin: 0 16px;
    border: 1px solid var(--rg-line);
    border-radius: var(--rg-corner);
  }
  h2 {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    font-size: 19px;
    font-weight: 600;
    line-height: 26px;
    text-overflow: ellipsis;
    white-space: nowrap;
    outline: none;
  }
  aside {
    padding: 18px 20px;
    border-inline-start: 1px solid var(--rg-line);
    background: var(--rg-canvas);
  }
  aside h3 {
    margin: 20px 0 8px;
    color: var(--rg-text-2);
    font-size: 13px;
    font-weight: 600;
  }
  aside h3:first-child {
    margin-top: 0;
  }
  .person {
    display: flex;
    gap: 10px;
    margin: 0;
  }
  .person rg-icon,
  .proof {
    color: var(--rg-met);
  }
  .person strong,
  .proof {
    display: block;
    font-weight: 600;
  }
  .proof {
    font-weight: 400;
  }
  dl {
    display: grid;
    grid-template-columns: 88px minmax(0, 1fr);
    gap: 6px 12px;
    margin: 0 0 6px;
  }
  dt {
    color: var(--rg-text-2);
  }
  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
  .alone {
    margin: 0 16px 12px;
    padding: 8px 12px;
    border-radius: var(--rg-corner);
    background: var(--rg-paused-bg);
    color: var(--rg-paused);
  }
  @media (max-width: 899px) {
    .page {
      grid-template-columns: minmax(0, 1fr);
    }
    aside {
      order: -1;
      padding: 10px 16px;
      border-inline-start: 0;
      border-bottom: 1px solid var(--rg-line);
    }
    aside h3 {
      display: none;
    }
    aside dl {
      display: flex;
      flex-wrap: wrap;
      gap: 0 12px;
      margin-inline-start: 26px;
    }
    aside dt,
    aside > .note {
      display: none;
    }
  }
`;
