import { css } from 'lit';

export const replyOptionsStyles = css`
  desk-pointer {
    display: contents;
  }
  .options {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 10px;
    padding: 0 12px 8px;
  }
  .options .pill {
    max-width: min(100%, 208px);
    text-overflow: ellipsis;
  }
  .held {
    flex: 1 1 160px;
    min-height: 24px;
    padding: 1px 8px;
    border: 1px solid var(--rg-field);
    border-radius: 6px;
    background: var(--rg-surface);
    color: var(--rg-text);
    font: inherit;
  }
  .proposes {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    color: var(--rg-text-2);
    font-size: 12px;
    line-height: 16px;
  }
  .proposes input {
    margin: 0;
    accent-color: var(--rg-accent);
  }
`;
