import { css } from 'lit';

export const statementStyles = css`
  h3 {
    margin: 20px 0 6px;
    font-size: 13px;
    font-weight: 600;
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    padding: 7px 12px 7px 0;
    border-top: 1px solid var(--rg-line);
    font-weight: 400;
    text-align: start;
    vertical-align: top;
  }
  thead th {
    border-top: 0;
    color: var(--rg-text-2);
    font-size: 12px;
    line-height: 16px;
  }
  .figure {
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  td.late {
    color: var(--rg-late);
    font-weight: 600;
  }
  .facts {
    display: grid;
    gap: 4px;
    margin-top: 4px;
  }
  .facts li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 2px 12px;
  }
  .proof {
    margin-top: 20px;
    color: var(--rg-text-2);
    font-size: 12px;
    line-height: 16px;
  }
  @media print {
    .back,
    .head .edged,
    .head label {
      display: none;
    }
    .inner {
      max-width: none;
      padding: 0;
    }
    .rows > li {
      break-inside: avoid;
    }
  }
`;
