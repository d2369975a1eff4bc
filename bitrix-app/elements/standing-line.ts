import { html, type TemplateResult } from 'lit';

/** A fact of a portal in one line, and what there is to know of it. */
interface StandingLine {
  readonly icon: string;
  readonly summary: string;
  readonly more: TemplateResult;
  /** `soon`: it wants to be seen to. */
  readonly kind?: 'soon' | '';
}

/** It stands open where there is room beside the form. */
export function standingLine({ icon, summary, more, kind = '' }: StandingLine): TemplateResult {
  return html`<details class=${kind} ?open=${matchMedia('(min-width: 900px)').matches}>
    <summary>
      <rg-icon name=${icon}></rg-icon><span>${summary}</span
      ><rg-icon class="more" name="down"></rg-icon>
    </summary>
    ${more}
  </details>`;
}
