import { css } from 'lit';

/** The list of articles: views, search, rows. */
export const styles = css`
  .views {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    margin: 0 -8px 10px;
  }
  .views a {
    display: inline-flex;
    align-items: center;
    min-height: 28px;
    padding: 0 8px;
    border-radius: 7px;
    color: var(--rg-text-2);
    font-weight: 500;
  }
  .views a:hover {
    background: var(--rg-sunken);
  }
  .views a[aria-current='true'] {
    background: var(--rg-accent-soft);
    color: var(--rg-accent);
  }
  .search {
    display: block;
    margin-bottom: 12px;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
  @media (pointer: coarse) {
    .views a {
      min-height: 44px;
    }
  }
  @media (forced-colors: active) {
    .views a[aria-current='true'] {
      outline: 2px solid Highlight;
    }
  }
`;
