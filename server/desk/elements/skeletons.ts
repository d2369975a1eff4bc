import { html } from 'lit';

const five = [0, 1, 2, 3, 4];

/** Rows to come, in the geometry they will have; still, and silent for a screen reader. */
export const queueSkeleton = html`<div class="skeleton" aria-hidden="true">
  ${five.map(
    () =>
      html`<div class="row">
        <i class="bar short"></i><i class="bar"></i><i class="bar mid"></i>
      </div>`,
  )}
</div>`;

/** A ticket to come: header and two bubbles. */
export const ticketSkeleton = html`<div class="skeleton" aria-hidden="true">
  <div class="head"><i class="bar short"></i><i class="bar tall"></i></div>
  <i class="block"></i><i class="block small"></i>
</div>`;
