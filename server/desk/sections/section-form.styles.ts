import { css } from 'lit';

/** What the form of a section has beside the sheet of a dialog. */
export const sectionFormStyles = css`
  :host {
    display: block;
    position: sticky;
    bottom: 0;
  }
  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
    font-size: 12px;
    font-weight: 500;
    line-height: 16px;
  }
  .picks {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(180px, 1fr));
    gap: 2px 12px;
    margin-top: 4px;
  }
  .picks input {
    flex: none;
  }
  .wide {
    width: min(720px, 100vw - 24px);
  }
  /* the name of a field comes into sight with it */
  .fields :is(input, select, textarea) {
    scroll-margin-top: 28px;
  }
  footer p {
    flex: 1 1 100%;
    align-items: start;
  }
  footer .problem span {
    flex: 1 1 200px;
  }
  footer .problem {
    flex-wrap: wrap;
  }
  .unsent {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
    max-width: 848px;
    margin: 0 auto;
    padding: 10px 20px;
    border-top: 1px solid var(--rg-line);
    background: var(--rg-late-bg);
    color: var(--rg-late);
  }
  .unsent span {
    flex: 1 1 200px;
    overflow-wrap: anywhere;
  }
`;
