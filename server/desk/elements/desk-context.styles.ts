import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    overflow-y: auto;
    overscroll-behavior: contain;
    background: var(--rg-canvas);
  }
  .drawer {
    display: none;
    align-items: center;
    justify-content: space-between;
    padding: 8px 8px 8px 16px;
    border-bottom: 1px solid var(--rg-line);
  }
  h2 {
    font-size: 13px;
    font-weight: 600;
  }
  section {
    display: grid;
    gap: 6px;
    padding: 12px 16px 14px;
    border-bottom: 1px solid var(--rg-line);
  }
  section:last-child {
    border-bottom: 0;
  }
  h3 {
    color: var(--rg-text-2);
    font-size: 12px;
    font-weight: 500;
    line-height: 16px;
  }
  .fact {
    display: flex;
    align-items: flex-start;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 2px 10px;
  }
  .fact > :first-child {
    min-width: 0;
  }
  .small {
    color: var(--rg-text-2);
    font-size: 12px;
    line-height: 16px;
  }
  summary {
    width: fit-content;
    color: var(--rg-accent);
    font-weight: 500;
    cursor: pointer;
  }
  details p {
    margin-top: 4px;
  }
  rg-ruler {
    margin: 6px 0 2px;
  }
  .looks {
    display: inline-block;
    min-height: 24px;
    color: var(--rg-accent);
    text-decoration: underline;
  }
  .who {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0 9px;
  }
  .who .icon {
    margin-top: 1px;
    color: var(--rg-text-3);
  }
  .who.proven .icon,
  .proof {
    color: var(--rg-met);
  }
  .who b {
    font-weight: 600;
  }
  .who p {
    grid-column: 2;
    overflow-wrap: anywhere;
  }
  .others {
    display: grid;
    grid-column: 2;
    gap: 4px;
    margin: 4px 0 0;
    padding: 0;
    list-style: none;
    overflow-wrap: anywhere;
  }
  .others a {
    color: var(--rg-accent);
    text-decoration: underline;
    text-underline-offset: 2px;
  }
  dl {
    display: grid;
    grid-template-columns: 92px 1fr;
    gap: 3px 6px;
  }
  dt {
    color: var(--rg-text-3);
  }
  dd {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .recorded ol {
    max-height: 320px;
    overflow: auto;
    margin: 4px 0 0;
    padding: 6px 8px;
    border: 1px solid var(--rg-line);
    border-radius: 6px;
    background: var(--rg-surface);
    font:
      12px/16px ui-monospace,
      monospace;
    list-style: none;
  }
  .recorded li {
    display: grid;
    grid-template-columns: 56px 1fr;
    gap: 6px;
    overflow-wrap: anywhere;
  }
  .recorded time {
    color: var(--rg-text-3);
  }
  .right,
  .missing {
    display: grid;
    gap: 1px;
  }
  .right b {
    font-weight: 500;
  }
  .warn {
    color: var(--rg-soon);
  }
  @media (max-width: 1279px) {
    .drawer {
      position: sticky;
      top: 0;
      display: flex;
      background: var(--rg-canvas);
    }
  }
`;
