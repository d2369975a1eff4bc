import { css } from 'lit';
import { darkTokens } from '#widget/tokens.styles.ts';

/** Over those of a sheet: the whole window, and one dark ground. */
export const editorStyles = css`
  :host {
    ${darkTokens}
    --rg-surface: var(--rg-canvas) !important;
  }
  dialog {
    inset: 0;
    width: 100%;
    height: 100dvh;
    max-height: none;
    overflow: auto;
    border-radius: 0;
  }
  .header {
    flex-wrap: wrap;
    gap: 4px 12px;
    padding-block: 8px;
  }
  h2 {
    flex: none;
  }
  .tools,
  .back,
  .zoom {
    display: flex;
    align-items: center;
    gap: 4px;
  }
  .back {
    border-inline-start: 1px solid var(--rg-line);
  }
  .tool {
    border-color: transparent;
  }
  .icon-button:disabled {
    opacity: 0.4;
  }
  rg-skeleton {
    flex: 1;
  }
  footer {
    gap: 12px;
  }
  footer > rg-icon {
    color: var(--rg-accent);
  }
  .unseen {
    position: absolute;
    clip-path: inset(50%);
  }
  @media (max-width: 899px) {
    .header {
      gap: 4px;
      padding-block: 4px;
    }
    h2 {
      flex: 1;
    }
    .back {
      border: 0;
    }
    .header > .grow,
    .zoom .note,
    .tool kbd {
      display: none;
    }
    .tools {
      order: 1;
      flex: 1 0 100%;
    }
    .tool {
      flex: 1;
      flex-direction: column;
      gap: 2px;
      min-width: 0;
      padding: 2px;
      font-size: 12px;
      line-height: 14px;
    }
    footer {
      flex-wrap: wrap;
    }
    footer > .grow {
      flex: 1 1 80%;
    }
    footer .button {
      flex: auto;
    }
  }
  @media (forced-colors: active) {
    .tool {
      border-color: currentColor;
    }
    .primary {
      border: 2px solid Highlight;
    }
  }
`;
