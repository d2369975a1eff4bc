import { css } from 'lit';

/** Rows of what will be sent: name, value, and the way to take it out. */
export const lookRowStyles = css`
  ul {
    margin-top: 8px;
    outline: none;
  }
  li {
    display: grid;
    grid-template-columns: 96px minmax(0, 1fr) auto;
    align-items: center;
    gap: 8px;
    padding: 2px 0;
    border-top: 1px solid var(--rg-line);
    font-size: 12px;
    line-height: 16px;
  }
  span {
    overflow-wrap: anywhere;
  }
`;
