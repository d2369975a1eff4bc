import { css } from 'lit';

/**
 * For what stands among the page's own elements: nothing that the page gives to everything or that is inherited
 * reaches it. First of its sheets, so that those behind it can set what they need, with `!important`.
 */
export const apartStyles = css`
  :host {
    all: initial !important;
    direction: ltr !important;
    -webkit-text-size-adjust: 100% !important;
  }
`;
