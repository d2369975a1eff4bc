import { css } from 'lit';

export const suggestStyles = css`
  .wanted {
    color: var(--rg-late);
  }
  li {
    display: flex;
    align-items: center;
    gap: 4px;
    min-height: 38px;
  }
  .title {
    flex: 1;
    min-width: 0;
    font-size: 13px;
    line-height: 18px;
  }
  .title span {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .more {
    flex: none;
    padding: 0 6px;
    min-height: 32px;
    white-space: nowrap;
  }
  label {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 32px;
    color: var(--rg-text);
  }
  input {
    flex: none;
    width: 16px;
    height: 16px;
    margin: 0;
    accent-color: var(--rg-accent);
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  @media (pointer: coarse) {
    li,
    label,
    .title,
    .more {
      min-height: 44px;
    }
  }
`;
