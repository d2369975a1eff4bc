import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    min-height: 100dvh;
    background: var(--rg-canvas);
  }
  main {
    display: grid;
    gap: 16px;
    max-width: 680px;
    margin: 0 auto;
    padding: 24px max(16px, env(safe-area-inset-right)) 32px max(16px, env(safe-area-inset-left));
  }
  header {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: baseline;
    gap: 4px 12px;
  }
  h1 {
    font-size: 18px;
    font-weight: 600;
    line-height: 24px;
  }
  .number {
    color: var(--rg-text-2);
  }
  .about {
    grid-column: 1 / -1;
    color: var(--rg-text-2);
  }
  ol {
    display: grid;
    gap: 10px;
  }
  .bubble {
    display: grid;
    gap: 6px;
    padding: 10px 12px;
    border: 1px solid var(--rg-line);
    border-radius: 10px;
    background: var(--rg-surface);
  }
  .bubble.reply {
    background: var(--rg-accent-soft);
  }
  .bubble.question {
    border-left: 3px solid var(--rg-paused);
    background: var(--rg-paused-bg);
  }
  .by {
    color: var(--rg-text-2);
    font-size: 12px;
    line-height: 16px;
  }
  .by strong {
    margin-right: 4px;
    color: var(--rg-text);
    font-weight: 600;
  }
  .text {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  form {
    display: grid;
    gap: 8px;
    padding: 14px;
    border: 1px solid var(--rg-line);
    border-radius: 10px;
    background: var(--rg-surface);
  }
  label {
    font-size: 12px;
    font-weight: 500;
    line-height: 16px;
  }
  textarea {
    width: 100%;
    padding: 8px 10px;
    border: 1px solid var(--rg-field);
    border-radius: 7px;
    background: var(--rg-surface);
    font: 400 16px/21px var(--rg-face);
    resize: vertical;
  }
  textarea:focus-visible {
    border-color: var(--rg-accent);
    outline: 3px solid color-mix(in srgb, var(--rg-accent) 22%, transparent);
    outline-offset: 0;
  }
  .primary {
    justify-self: end;
    min-height: 44px;
  }
  .problem {
    display: flex;
    gap: 8px;
    color: var(--rg-late);
  }
  @media (max-width: 479px) {
    .primary {
      justify-self: stretch;
    }
  }
`;
