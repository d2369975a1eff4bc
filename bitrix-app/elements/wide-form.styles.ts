import { css } from 'lit';

/** The widget's form as wide as a page: short answers stand side by side. */
export const wideFormStyles = css`
  @container (min-width: 560px) {
    .part {
      display: grid;
      grid-template-columns: 1fr 1fr;
    }
    .part > :not(.field:has(> input, > .picker)) {
      grid-column: 1 / -1;
    }
  }
`;
