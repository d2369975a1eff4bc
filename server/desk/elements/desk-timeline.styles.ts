import { css } from 'lit';

export const styles = css`
  :host {
    display: flex;
    min-height: 0;
  }
  .scroll {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-width: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  .scroll:focus-visible {
    outline-offset: -2px;
  }
  ol {
    display: grid;
    gap: 10px;
    margin-top: auto;
    padding: 16px 20px;
  }
  .event {
    display: grid;
    grid-template-columns: 64px 1fr;
    gap: 6px;
    color: var(--rg-text-2);
    font-size: 12px;
    line-height: 18px;
  }
  .event time {
    color: var(--rg-text-3);
  }
  .bubble {
    display: grid;
    gap: 6px;
    padding: 10px 12px;
    border-radius: 10px;
    background: var(--rg-sunken);
  }
  .bubble.reply {
    background: var(--rg-accent-soft);
  }
  .bubble.question {
    border-left: 3px solid var(--rg-paused);
    background: var(--rg-paused-bg);
  }
  .bubble.note {
    border: 1px dashed var(--rg-note);
    background: var(--rg-note-bg);
  }
  .bubble.note strong {
    color: var(--rg-note);
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
    max-width: 90ch;
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 180px), 1fr));
    gap: 8px 16px;
  }
  .label {
    color: var(--rg-text-2);
    font-size: 12px;
    line-height: 16px;
  }
  .steps {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 12px;
    margin: 0;
    padding: 0;
    color: var(--rg-text-2);
  }
  .articles {
    display: grid;
    margin: 4px 0 0;
    padding: 0;
  }
  .articles li {
    display: flex;
    align-items: baseline;
    gap: 6px;
  }
  .articles .icon {
    align-self: center;
  }
  .articles a {
    padding: 3px 0;
    color: var(--rg-accent);
    font-weight: 500;
    text-decoration: underline;
    text-underline-offset: 2px;
    overflow-wrap: anywhere;
  }
  .self-service {
    color: var(--rg-text-2);
    font-size: 12px;
    line-height: 16px;
  }
  .files {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-top: 2px;
  }
  .file {
    position: relative;
    display: flex;
    align-items: center;
    gap: 10px;
    max-width: 100%;
    padding: 0;
    border: 0;
    border-radius: 7px;
    background: none;
    text-align: left;
    font-size: 12px;
    line-height: 16px;
  }
  .file > span {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  a.file {
    padding: 8px 12px;
    border: 1px solid var(--rg-line);
    background: var(--rg-surface);
  }
  .file b {
    font-weight: 500;
  }
  .bubble .quiet,
  .bubble .answer .quiet {
    color: var(--rg-text-2);
  }
  img {
    flex: none;
    border: 1px solid var(--rg-line);
    border-radius: 7px;
    background: var(--rg-surface);
    object-fit: cover;
    object-position: top left;
  }
  img.broken {
    visibility: hidden;
  }
  button.file:hover img {
    border-color: var(--rg-accent);
  }
  @media (max-width: 899px) {
    ol {
      padding: 12px;
    }
  }
  @media (forced-colors: active) {
    .bubble {
      border: 1px solid;
    }
    .bubble.note {
      border-style: dashed;
    }
  }
`;
