import { css } from 'lit';

export const threadStyles = css`
  :host {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
  }
  .about {
    padding: 10px 16px;
    border-bottom: 1px solid var(--rg-line);
    background: var(--rg-canvas);
  }
  .about .note {
    font-size: 12px;
    line-height: 16px;
  }
  .bridge {
    display: grid;
    justify-items: start;
    gap: 6px;
    margin-top: 6px;
    font-size: 12px;
    line-height: 16px;
  }
  .talk {
    display: flex;
    flex-direction: column;
    gap: 10px;
    padding: 12px 16px;
  }
  article {
    padding: 8px 12px 10px;
    border-radius: 10px;
    background: var(--rg-sunken);
  }
  article.agent {
    background: var(--rg-accent-soft);
  }
  article.question {
    border-inline-start: 3px solid var(--rg-paused);
    background: var(--rg-paused-bg);
  }
  header .note {
    margin-inline-start: 6px;
    color: var(--rg-text-2);
    font-size: 12px;
    font-variant-numeric: tabular-nums;
  }
  .asked {
    color: var(--rg-paused);
    font-weight: 600;
  }
  .text {
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
  .files {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-top: 8px;
  }
  .waiting {
    font-size: 12px;
    line-height: 16px;
  }
  .composer {
    padding: 10px 16px 4px;
    border-top: 1px solid var(--rg-line);
  }
  .composer textarea {
    min-height: 62px;
    max-height: 160px;
  }
  .composer rg-attachments {
    margin-top: 6px;
  }
`;
