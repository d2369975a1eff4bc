import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    padding: 0 16px 16px;
    container-type: inline-size;
  }
  .box {
    --mode: var(--rg-accent);
    --mode-bg: var(--rg-accent-soft);
    display: grid;
    overflow: hidden;
    border: 2px solid var(--mode);
    border-radius: 10px;
    background: var(--rg-surface);
  }
  .box.question {
    --mode: var(--rg-paused);
    --mode-bg: var(--rg-paused-bg);
  }
  .box.note {
    --mode: var(--rg-note);
    --mode-bg: var(--rg-note-bg);
    border-style: dashed;
    background: var(--rg-note-bg);
  }
  .modes {
    display: grid;
    grid-template-columns: repeat(3, minmax(max-content, 1fr));
    background: var(--rg-sunken);
  }
  .mode {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-height: 34px;
    padding: 0 8px;
    border: 0;
    background: none;
    color: var(--rg-text-2);
    font-weight: 500;
    white-space: nowrap;
  }
  .mode:focus-visible {
    outline-offset: -4px;
  }
  .mode[aria-pressed='true'] {
    background: var(--mode);
    color: var(--rg-surface);
    font-weight: 600;
  }
  .mode[aria-pressed='true']:focus-visible {
    outline-color: var(--rg-surface);
  }
  .effect {
    padding: 6px 12px;
    background: var(--mode-bg);
    color: var(--mode);
    font-size: 12px;
    line-height: 16px;
  }
  textarea {
    field-sizing: content;
    min-height: 64px;
    max-height: 32dvh;
    padding: 10px 12px;
    border: 0;
    outline: none;
    resize: none;
    background: none;
    color: var(--rg-text);
    font-size: 14px;
    line-height: 20px;
  }
  textarea:focus-visible {
    outline: none;
  }
  textarea::placeholder {
    color: var(--rg-text-3);
    opacity: 1;
  }
  .note textarea::placeholder {
    color: var(--rg-text-2);
  }
  .box:has(textarea:focus-visible) {
    box-shadow: 0 0 0 3px color-mix(in srgb, var(--mode) 22%, transparent);
  }
  .files {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    padding: 0 12px 8px;
  }
  .files li {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    max-width: 100%;
    padding-left: 8px;
    border: 1px solid var(--rg-line);
    border-radius: 6px;
    background: var(--rg-surface);
    font-size: 12px;
  }
  .files span {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .files li.quiet {
    padding: 5px 8px;
  }
  .self-service {
    padding: 0 12px 8px;
    color: var(--rg-text-2);
    font-size: 12px;
    line-height: 16px;
  }
  .state,
  .complaint {
    display: flex;
    align-items: center;
    gap: 8px;
    margin: 0 12px 8px;
    font-size: 12px;
    line-height: 16px;
  }
  .complaint {
    color: var(--rg-late);
  }
  .complaint:empty,
  .complaint:not(:has(span)) {
    margin: 0;
  }
  .state {
    color: var(--rg-soon);
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: 8px;
    padding: 8px;
    border-top: 1px solid var(--rg-line);
  }
  .note .foot {
    border-top-color: color-mix(in srgb, var(--rg-note) 30%, transparent);
  }
  .aside {
    flex: 1 1 40px;
    color: var(--rg-text-2);
    font-size: 12px;
    line-height: 16px;
  }
  .aside:empty {
    flex-basis: 0;
  }
  .primary {
    background: var(--mode);
  }
  .attach {
    position: relative;
    min-height: 32px;
    border-radius: 7px;
    cursor: pointer;
  }
  .attach input {
    position: absolute;
    inset: 0;
    opacity: 0;
    cursor: pointer;
  }
  .attach:has(input:focus-visible) {
    outline: 2px solid var(--rg-accent);
    outline-offset: 2px;
  }
  @container (max-width: 460px) {
    .mode {
      gap: 5px;
      padding: 0 4px;
      font-size: 12px;
    }
    .mode kbd,
    .primary kbd {
      display: none;
    }
    .foot .primary,
    .foot .edged {
      flex: 1 1 auto;
      justify-content: center;
    }
    .aside:empty {
      display: none;
    }
  }
  @media (max-width: 899px) {
    :host {
      padding: 0 8px 8px;
    }
    textarea {
      min-height: 44px;
      max-height: 24dvh;
    }
    .folded .effect,
    .folded .options,
    .folded .foot,
    .folded .complaint {
      display: none;
    }
  }
  @media (pointer: coarse) {
    .mode {
      min-height: 44px;
    }
    textarea {
      font-size: 16px;
      line-height: 21px;
    }
  }
  @media (forced-colors: active) {
    .mode[aria-pressed='true'] {
      outline: 2px solid Highlight;
      outline-offset: -3px;
    }
  }
`;
