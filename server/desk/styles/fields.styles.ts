import { css } from 'lit';

/** Labelled fields, their hints and what is wrong with them. */
export const fieldStyles = css`
  .field {
    display: grid;
    gap: 4px;
  }
  .field > span {
    font-size: 12px;
    font-weight: 500;
    line-height: 16px;
  }
  .field i {
    color: var(--rg-text-3);
    font-style: normal;
    font-weight: 400;
  }
  input,
  select,
  textarea {
    width: 100%;
    min-height: 32px;
    padding: 5px 10px;
    border: 1px solid var(--rg-field);
    border-radius: 7px;
    background: var(--rg-surface);
    color: var(--rg-text);
    font: 400 14px/19px var(--rg-face);
    color-scheme: inherit;
  }
  textarea {
    resize: vertical;
  }
  input:focus-visible,
  select:focus-visible,
  textarea:focus-visible {
    border-color: var(--rg-accent);
    outline: 3px solid color-mix(in srgb, var(--rg-accent) 22%, transparent);
    outline-offset: 0;
  }
  .check {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 24px;
  }
  .check input {
    width: 16px;
    min-height: 16px;
    margin: 0;
    accent-color: var(--rg-accent);
  }
  .hint {
    margin-top: -6px;
    color: var(--rg-text-2);
    font-size: 12px;
    line-height: 16px;
  }
  [aria-invalid] {
    border-color: var(--rg-late);
  }
  .wrong {
    display: flex;
    gap: 6px;
    margin-top: -6px;
    color: var(--rg-late);
    font-size: 12px;
    line-height: 16px;
  }
  .wrong + .hint {
    margin-top: -8px;
  }
  .problem {
    display: flex;
    gap: 8px;
    color: var(--rg-late);
  }
  @media (pointer: coarse) {
    input,
    select,
    textarea {
      min-height: 44px;
      font-size: 16px;
      line-height: 21px;
    }
  }
`;
