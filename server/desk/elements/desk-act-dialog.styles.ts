import { css } from 'lit';
import { fieldStyles } from '#desk/styles/fields.styles.ts';

const sheet = css`
  desk-pointer {
    display: contents;
  }
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
  .why textarea {
    border-style: dashed;
    border-color: var(--rg-note);
    background: var(--rg-note-bg);
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
  footer {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 8px;
    padding: 10px 16px;
    border-top: 1px solid var(--rg-line);
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

export const styles = [fieldStyles, sheet];
