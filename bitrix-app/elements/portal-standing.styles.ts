import { css } from 'lit';

/** What stands below the facts of the portal: a line each, and what there is to know of it. */
export const portalStandingStyles = css`
  :host {
    display: block;
    margin-bottom: 16px;
  }
  dl {
    display: grid;
    grid-template-columns: 88px minmax(0, 1fr);
    gap: 6px 12px;
    margin: 0;
  }
  dt,
  .note {
    color: var(--rg-text-2);
  }
  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
  .newer {
    padding: 1px 8px;
    border-radius: 10px;
    background: var(--rg-soon-bg);
    color: var(--rg-soon);
    white-space: nowrap;
  }
  .note {
    margin: 8px 0 0;
  }
  details {
    margin-top: 8px;
    padding: 8px 10px;
    border-radius: var(--rg-corner);
    background: var(--rg-surface);
    box-shadow: inset 0 0 0 1px var(--rg-line);
  }
  details.soon {
    background: var(--rg-soon-bg);
    box-shadow: none;
  }
  summary {
    display: flex;
    align-items: center;
    gap: 8px;
    font-weight: 600;
    cursor: pointer;
  }
  summary rg-icon {
    flex: none;
    color: var(--rg-text-2);
  }
  .soon > summary rg-icon {
    color: var(--rg-soon);
  }
  .soon > summary {
    color: var(--rg-soon);
  }
  summary .more {
    margin-inline-start: auto;
  }
  details:not([open]) .more {
    rotate: -90deg;
  }
  details > :not(summary) {
    margin: 6px 0 0;
  }
  details.plain {
    padding: 0;
    background: none;
    box-shadow: none;
  }
  .plain > summary {
    display: list-item;
    color: var(--rg-accent);
    font-weight: 500;
  }
  form {
    margin: 8px 0 0;
  }
  form .button {
    margin-top: 8px;
  }
  .error:empty {
    display: none;
  }
  ul {
    padding-inline-start: 18px;
    list-style: disc;
  }
  li {
    overflow-wrap: anywhere;
  }
  @media (max-width: 899px) {
    :host {
      margin-bottom: 0;
    }
  }
`;
