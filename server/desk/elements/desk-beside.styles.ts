import { css } from 'lit';

/** What the sections beside a ticket add to those of the context. */
export const styles = css`
  :host {
    overflow: visible;
  }
  section:last-of-type {
    border-bottom: 1px solid var(--rg-line);
  }
  .coming {
    min-height: 210px;
  }
  .fact {
    align-items: center;
  }
  .adds {
    display: flex;
    flex-wrap: wrap;
    gap: 0 2px;
    margin: -4px -8px -4px 0;
  }
  .adds .plain {
    min-height: 24px;
    padding: 0 8px;
    font-size: 12px;
    line-height: 16px;
  }
  .things {
    display: grid;
    gap: 8px;
  }
  .things li {
    display: grid;
    gap: 2px;
  }
  .things .adds {
    margin: 0 -8px;
  }
  .thing {
    display: grid;
    gap: 1px;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .thing a {
    color: var(--rg-accent);
  }
  .outdated {
    display: flex;
    align-items: center;
    gap: 6px;
    color: var(--rg-soon);
  }
  .outdated b {
    font-weight: 600;
  }
  .fixes {
    margin-bottom: 8px;
  }
  .fixes li {
    padding-left: 12px;
    text-indent: -12px;
    overflow-wrap: anywhere;
  }
  .fixes li::before {
    display: inline-block;
    width: 12px;
    content: '•';
    text-indent: 0;
  }
  .thing b {
    font-weight: 500;
  }
  .thing b::first-letter {
    text-transform: uppercase;
  }
  .gone b {
    color: var(--rg-text-3);
    text-decoration: line-through;
  }
  .thing a {
    color: var(--rg-accent);
    font-weight: 500;
    text-decoration: underline;
  }
  .bar {
    display: block;
    width: 100%;
    height: 10px;
    margin: 2px 0;
    border: 1px solid var(--rg-field);
    border-radius: 5px;
    background: var(--rg-surface);
  }
  .used {
    fill: var(--rg-accent);
  }
  .bar.warn .used {
    fill: var(--rg-soon);
  }
  .bar.used_up .used {
    fill: var(--rg-late);
  }
  .bar line {
    stroke: var(--rg-text);
    stroke-width: 2px;
    vector-effect: non-scaling-stroke;
  }
  p.left,
  p.warn,
  p.used_up {
    display: flex;
    align-items: center;
    gap: 6px;
  }
  p.used_up {
    color: var(--rg-late);
  }
  .secret {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    margin-top: 3px;
    padding: 2px 4px 2px 10px;
    border: 1px solid var(--rg-line);
    border-radius: 7px;
    background: var(--rg-surface);
  }
  code {
    min-width: 0;
    font:
      12px/18px ui-monospace,
      'SF Mono',
      Consolas,
      monospace;
    overflow-wrap: anywhere;
    user-select: all;
    white-space: pre-wrap;
  }
  .secret .tool {
    flex: none;
    font-size: 12px;
  }
  .refusal {
    padding: 8px 16px;
    background: var(--rg-late-bg);
    color: var(--rg-late);
  }
  @media (pointer: coarse) {
    .adds .plain {
      min-height: 44px;
    }
  }
  @media (forced-colors: active) {
    .used {
      fill: Highlight;
    }
    .bar line {
      stroke: CanvasText;
    }
  }
`;
