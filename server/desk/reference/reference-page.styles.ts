import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    min-height: 100dvh;
    background: var(--rg-canvas);
  }
  .page {
    display: grid;
    grid-template-columns: 220px minmax(0, 1fr);
    gap: 24px;
    max-width: 1120px;
    margin: 0 auto;
    padding: 24px 16px 48px;
  }
  header {
    grid-column: 1 / -1;
    display: grid;
    gap: 8px;
    max-width: 72ch;
  }
  h1 {
    font-size: 22px;
    font-weight: 600;
    line-height: 28px;
  }
  h2 {
    font-size: 15px;
    font-weight: 600;
    line-height: 20px;
  }
  h3 {
    color: var(--rg-text-2);
    font-size: 12px;
    font-weight: 600;
    line-height: 16px;
  }
  .about {
    color: var(--rg-text-2);
  }
  a.link {
    color: var(--rg-accent);
    font-weight: 500;
  }
  nav {
    position: sticky;
    top: 16px;
    align-self: start;
    display: grid;
    gap: 12px;
    max-height: calc(100dvh - 32px);
    overflow: auto;
  }
  nav a {
    display: block;
    padding: 4px 8px;
    border-radius: 6px;
    overflow-wrap: anywhere;
  }
  nav a:hover {
    background: var(--rg-sunken);
  }
  label {
    display: grid;
    gap: 4px;
    font-size: 12px;
    font-weight: 500;
  }
  input,
  select {
    min-height: 32px;
    padding: 0 8px;
    border: 1px solid var(--rg-field);
    border-radius: 7px;
    background: var(--rg-surface);
    color: inherit;
    font: inherit;
  }
  main,
  section {
    display: grid;
    align-content: start;
    gap: 12px;
    min-width: 0;
  }
  section {
    gap: 6px;
    margin-bottom: 12px;
  }
  details {
    border: 1px solid var(--rg-line);
    border-radius: 10px;
    background: var(--rg-surface);
  }
  summary {
    display: grid;
    grid-template-columns: 56px minmax(0, 1fr);
    gap: 2px 8px;
    padding: 8px 12px;
    cursor: pointer;
  }
  summary code {
    overflow-wrap: anywhere;
  }
  summary span {
    grid-column: 2;
    color: var(--rg-text-2);
  }
  .method {
    color: var(--rg-accent);
    font-weight: 600;
  }
  .inside {
    display: grid;
    gap: 10px;
    padding: 4px 12px 12px;
  }
  pre {
    max-height: 320px;
    margin: 4px 0 0;
    padding: 8px 10px;
    border-radius: 7px;
    background: var(--rg-sunken);
    overflow: auto;
    font-size: 12px;
    line-height: 16px;
  }
  .inside > div {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  li + li {
    margin-top: 6px;
  }
  @media (max-width: 720px) {
    .page {
      grid-template-columns: minmax(0, 1fr);
    }
    nav {
      position: static;
      max-height: none;
    }
    nav ul {
      display: none;
    }
    input,
    select {
      min-height: 44px;
      font-size: 16px;
    }
  }
`;
