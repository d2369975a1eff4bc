import { css } from 'lit';

export const styles = css`
  dialog {
    width: min(480px, 100vw - 24px);
    max-height: min(720px, 100dvh - 24px);
  }
  form {
    display: grid;
    max-height: inherit;
    grid-template-rows: auto minmax(0, 1fr) auto;
  }
  header {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 48px;
    padding: 6px 8px 6px 16px;
    border-bottom: 1px solid var(--rg-line);
  }
  h2 {
    flex: 1;
    font-size: 15px;
    font-weight: 600;
    line-height: 20px;
  }
  .number {
    color: var(--rg-text-3);
    font-size: 12px;
    line-height: 16px;
  }
  .fields {
    display: grid;
    align-content: start;
    gap: 10px;
    overflow-y: auto;
    padding: 14px 16px;
  }
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
    font: 400 14px/19px var(--rg-font);
    color-scheme: inherit;
  }
  textarea {
    resize: vertical;
  }
  .why textarea {
    border-style: dashed;
    border-color: var(--rg-note);
    background: var(--rg-note-bg);
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
  .subject {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .note,
  .preview {
    color: var(--rg-text-2);
  }
  .preview:empty {
    display: none;
  }
  .copy {
    justify-self: start;
  }
  .hint {
    margin-top: -6px;
    color: var(--rg-text-2);
    font-size: 12px;
    line-height: 16px;
  }
  .problem {
    display: flex;
    gap: 8px;
    color: var(--rg-late);
  }
  footer {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 8px;
    padding: 10px 16px;
    border-top: 1px solid var(--rg-line);
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
  @media (max-width: 479px) {
    dialog {
      width: 100vw;
      max-width: none;
      height: 100dvh;
      max-height: none;
      border-radius: 0;
    }
    form {
      height: 100%;
    }
    footer .primary {
      flex: 1;
    }
  }
`;
