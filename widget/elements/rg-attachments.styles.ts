import { css } from 'lit';

export const attachmentStyles = css`
  :host {
    display: block;
  }
  .tiles {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(140px, 1fr));
    gap: 8px;
  }
  .add {
    display: grid;
    align-content: center;
    justify-items: center;
    gap: 2px;
    min-height: 58px;
    padding: 4px 8px;
    border: 1px dashed var(--rg-field);
    border-radius: var(--rg-corner);
    color: var(--rg-text-2);
    text-align: center;
    font-size: 12px;
    line-height: 16px;
  }
  .add.wide {
    grid-column: 1 / -1;
    grid-auto-flow: column;
    justify-content: center;
    gap: 14px;
    min-height: 44px;
  }
  :host([compact]) .add,
  :host([compact]) .add.wide {
    justify-content: start;
    min-height: 0;
    padding: 4px 0;
    border: 0;
  }
  .add.over {
    border-color: var(--rg-accent);
    background: var(--rg-accent-soft);
  }
  .add button {
    display: inline-flex;
    align-items: center;
    gap: 6px;
  }
  input {
    display: none;
  }
  [inert] {
    opacity: 0.65;
  }
  rg-ways {
    display: block;
    min-height: 24px;
  }
  :host([compact]) rg-ways {
    min-height: 0;
  }
  @media (pointer: coarse) {
    rg-ways {
      min-height: 44px;
    }
    .add {
      min-height: 84px;
    }
    .add button {
      min-height: 36px;
    }
  }
`;
