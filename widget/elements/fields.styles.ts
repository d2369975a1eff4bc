import { css } from 'lit';

/** Labels, inputs and their errors. */
export const fieldStyles = css`
  .field {
    display: block;
    min-width: 0;
  }
  .label {
    display: block;
    margin-bottom: 4px;
    color: var(--rg-text-2);
    font-size: 12px;
    font-weight: 500;
    line-height: 16px;
  }
  .label .note {
    margin-inline-start: 4px;
    font-weight: 400;
  }
  input,
  textarea,
  select {
    display: block;
    width: 100%;
    min-height: 32px;
    margin: 0;
    padding: 5px 9px;
    border: 1px solid var(--rg-field);
    border-radius: var(--rg-corner);
    background: var(--rg-surface);
    color: var(--rg-text);
    font: 14px/19px var(--rg-face);
  }
  textarea {
    field-sizing: content;
    min-height: 50px;
    max-height: 220px;
    resize: none;
  }
  select {
    padding-inline-end: 28px;
    appearance: none;
    text-overflow: ellipsis;
  }
  ::placeholder {
    color: var(--rg-text-3);
    opacity: 1;
  }
  input:focus,
  textarea:focus,
  select:focus {
    outline: 3px solid color-mix(in srgb, var(--rg-accent) 22%, transparent);
    outline-offset: 0;
    border-color: var(--rg-accent);
  }
  [aria-invalid='true'] {
    border-color: var(--rg-late);
  }
  .picker {
    position: relative;
    display: block;
  }
  .picker rg-icon {
    position: absolute;
    inset-inline-end: 9px;
    top: 50%;
    margin-top: -8px;
    color: var(--rg-text-2);
    pointer-events: none;
  }
  @media (pointer: coarse) {
    input,
    textarea,
    select {
      min-height: 44px;
      padding: 10px 12px;
      font-size: 16px;
      line-height: 21px;
    }
    textarea {
      min-height: 64px;
    }
  }
  @media (forced-colors: active) {
    input:focus,
    textarea:focus,
    select:focus {
      outline-color: Highlight;
    }
  }
`;
