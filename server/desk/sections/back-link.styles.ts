import { css } from 'lit';

/** The link back to a list; see `backLink`. */
export const backLinkStyles = css`
  .back {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    min-height: 28px;
    color: var(--rg-accent);
    font-weight: 500;
  }
`;
