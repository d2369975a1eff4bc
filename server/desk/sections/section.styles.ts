import { css } from 'lit';

/** The page of a section: head, list of rows with hairlines, an open item. */
export const sectionStyles = css`
  :host {
    display: block;
  }
  .inner {
    max-width: 848px;
    margin: 0 auto;
    padding: 16px 20px 32px;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
    min-height: 32px;
  }
  .head h2 {
    flex: 1 1 200px;
    min-width: 0;
    font-size: 15px;
    font-weight: 600;
    line-height: 20px;
    overflow-wrap: anywhere;
  }
  .head + p:not(.lead) {
    margin-top: 6px;
  }
  .lead {
    margin: 4px 0 12px;
    max-width: 640px;
    color: var(--rg-text-2);
  }
  .rows > li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 2px 12px;
    padding: 9px 0;
    border-top: 1px solid var(--rg-line);
  }
  .rows .title {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .rows a.title:hover {
    color: var(--rg-accent);
  }
  .whole {
    grid-column: 1 / -1;
  }
  .whole > summary {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 2px 12px;
    cursor: pointer;
    list-style: none;
  }
  .whole > summary::-webkit-details-marker {
    display: none;
  }
  .whole > summary .title::before {
    content: '';
    display: inline-block;
    width: 6px;
    height: 6px;
    margin-inline: 1px 8px;
    border: solid var(--rg-text-3);
    border-width: 0 1.5px 1.5px 0;
    transform: translateY(-2px) rotate(-45deg);
  }
  .whole[open] > summary .title::before {
    transform: translateY(-3px) rotate(45deg);
  }
  .whole > summary:hover .title {
    color: var(--rg-accent);
  }
  .meta {
    color: var(--rg-text-2);
    font-size: 12px;
    line-height: 16px;
    overflow-wrap: anywhere;
  }
  .side {
    display: flex;
    flex-wrap: wrap;
    grid-row: 1 / span 3;
    grid-column: 2;
    align-items: start;
    justify-content: flex-end;
    gap: 6px;
  }
  .side.whole {
    grid-row: auto;
    grid-column: 1 / -1;
    justify-content: flex-start;
    margin-top: 2px;
  }
  .tag {
    display: inline-flex;
    align-items: center;
    gap: 5px;
    height: 22px;
    padding: 0 8px;
    border-radius: 6px;
    background: var(--rg-paused-bg);
    color: var(--rg-paused);
    font-size: 12px;
    font-weight: 500;
    white-space: nowrap;
  }
  .tag.met {
    background: var(--rg-met-bg);
    color: var(--rg-met);
  }
  .tag.soon {
    background: var(--rg-soon-bg);
    color: var(--rg-soon);
  }
  .tag.late {
    background: var(--rg-late-bg);
    color: var(--rg-late);
  }
  .stale {
    margin: 8px 0;
    color: var(--rg-late);
  }
  .more {
    margin-top: 12px;
  }
  .part {
    margin-top: 16px;
    padding-top: 12px;
    border-top: 1px solid var(--rg-line);
  }
  .part h3 {
    padding-bottom: 4px;
    color: var(--rg-text-3);
    font-size: 12px;
    font-weight: 400;
    line-height: 16px;
  }
  .said {
    max-width: 640px;
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
  .points > li {
    position: relative;
    padding-left: 14px;
    overflow-wrap: anywhere;
  }
  .points > li::before {
    position: absolute;
    left: 0;
    color: var(--rg-text-3);
    content: '•';
  }
  .points a {
    color: var(--rg-accent);
    font-weight: 500;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .whole > .acts {
    margin: 6px 0 8px;
  }
  code {
    font:
      400 12px/16px ui-monospace,
      'SF Mono',
      Consolas,
      monospace;
    overflow-wrap: anywhere;
  }
  @media (max-width: 479px) {
    .inner {
      padding: 12px 16px 24px;
    }
    .rows > li,
    .whole > summary {
      grid-template-columns: minmax(0, 1fr);
    }
    .side {
      grid-row: auto;
      grid-column: 1;
      justify-content: flex-start;
      margin-top: 4px;
    }
  }
  @media (forced-colors: active) {
    .tag {
      border: 1px solid;
    }
  }
`;
