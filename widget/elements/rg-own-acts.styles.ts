import { css } from 'lit';

export const ownActsStyles = css`
  :host {
    display: block;
  }
  :host([hidden]) {
    display: none;
  }
  .acts,
  form {
    padding: 8px 16px;
    border-top: 1px solid var(--rg-line);
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 14px;
  }
  .acts .quiet {
    min-height: 28px;
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .solved {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 8px;
    flex-basis: 100%;
  }
  form {
    display: grid;
    gap: 8px;
  }
  h3 {
    font-size: 13px;
    font-weight: 600;
    line-height: 18px;
  }
  label {
    font-size: 12px;
    font-weight: 500;
    line-height: 16px;
  }
  textarea {
    min-height: 62px;
    max-height: 160px;
  }
  .rate {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 12px;
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    margin-bottom: 2px;
    padding: 0;
    font-size: 12px;
    font-weight: 500;
    line-height: 16px;
  }
  .rate label {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    min-height: 28px;
    font-size: 14px;
    line-height: 19px;
  }
  .rate input {
    margin: 0;
    accent-color: var(--rg-accent);
  }
  .choose {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 6px 14px;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  @media (pointer: coarse) {
    button,
    .rate label {
      min-height: 44px;
    }
  }
`;
