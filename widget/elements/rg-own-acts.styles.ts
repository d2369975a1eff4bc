import { css } from 'lit';

export const ownActsStyles = css`
  :host {
    display: block;
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
    button {
      min-height: 44px;
    }
  }
`;
