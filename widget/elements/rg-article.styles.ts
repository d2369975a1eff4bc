import { css } from 'lit';

export const articleStyles = css`
  dialog::backdrop {
    background: none;
  }
  .header {
    padding-inline-start: 6px;
  }
  .scroll {
    padding: 14px 16px 20px;
    outline-offset: -2px;
    overflow-wrap: anywhere;
  }
  .scroll > * + *,
  li > * + *,
  blockquote > * + * {
    margin-top: 8px;
  }
  .scroll p,
  .scroll li,
  td,
  th {
    font-size: 14px;
    line-height: 20px;
  }
  .scroll .title {
    font-size: 18px;
    line-height: 24px;
    outline: none;
  }
  .scroll .summary {
    color: var(--rg-text-2);
  }
  h3,
  h4,
  h5,
  h6 {
    margin: 0;
    font-size: 15px;
    font-weight: 600;
    line-height: 20px;
  }
  .scroll > h4 {
    margin-top: 16px;
  }
  .scroll ul,
  .scroll ol {
    padding-inline-start: 22px;
  }
  .scroll ul {
    list-style: disc;
  }
  .scroll ol {
    list-style: decimal;
  }
  li + li {
    margin-top: 4px;
  }
  .scroll a {
    color: var(--rg-accent);
    text-underline-offset: 3px;
  }
  code {
    font:
      12px/18px ui-monospace,
      'SF Mono',
      Consolas,
      monospace;
  }
  pre,
  blockquote {
    margin: 0;
    padding: 8px 10px;
    border-radius: var(--rg-corner);
    background: var(--rg-sunken);
  }
  pre,
  .wide {
    overflow-x: auto;
  }
  blockquote {
    border-inline-start: 3px solid var(--rg-line);
  }
  table {
    border-collapse: collapse;
  }
  th,
  td {
    padding: 4px 10px 4px 0;
    border-bottom: 1px solid var(--rg-line);
    text-align: start;
    vertical-align: top;
  }
  hr {
    border: 0;
    border-top: 1px solid var(--rg-line);
  }
  footer {
    flex-wrap: wrap;
    justify-content: flex-end;
    align-items: stretch;
  }
  @media (max-width: 479px) {
    footer .button {
      flex: 1 1 40%;
      padding: 6px 12px;
    }
  }
`;
