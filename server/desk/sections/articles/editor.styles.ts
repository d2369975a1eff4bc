import { css } from 'lit';

/** Writing on the left, its look on the right; one at a time where there is no room for both. */
export const editorStyles = css`
  .inner.broad {
    display: block;
    max-width: 1240px;
  }
  .panes {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: 0 24px;
  }
  .write {
    display: grid;
    align-content: start;
    gap: 10px;
  }
  .write textarea[name$='.body'] {
    font:
      400 13px/20px ui-monospace,
      'SF Mono',
      Consolas,
      monospace;
  }
  .look {
    min-width: 0;
    padding-left: 24px;
    border-left: 1px solid var(--rg-line);
  }
  .look h2 {
    margin: 8px 0 12px;
    font-size: 18px;
    font-weight: 600;
    line-height: 24px;
    overflow-wrap: anywhere;
  }
  .look > .quiet {
    margin-top: 8px;
  }
  .wish span {
    white-space: pre-line;
  }
  .narrow {
    display: none;
  }
  .foot {
    position: sticky;
    bottom: 0;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: 8px;
    margin-top: 16px;
    padding: 10px 0;
    border-top: 1px solid var(--rg-line);
    background: var(--rg-surface);
  }
  .foot .problem,
  .foot .meta {
    flex: 1 1 200px;
  }
  .foot .meta:empty,
  .foot .problem:empty {
    flex: 0;
  }
  @media (max-width: 1099px) {
    .narrow {
      display: flex;
    }
    .panes {
      grid-template-columns: minmax(0, 1fr);
    }
    .panes.write .look,
    .panes.look .write {
      display: none;
    }
    .look {
      padding-left: 0;
      border-left: 0;
    }
  }
  @media (max-width: 479px) {
    .foot .edged,
    .foot .primary {
      flex: 1;
    }
  }
`;
