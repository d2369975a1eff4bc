import { ReglamentWidget } from '#widget/elements/reglament-widget.ts';
import { RgAttachments } from '#widget/elements/rg-attachments.ts';
import { RgClause } from '#widget/elements/rg-clause.ts';
import { RgFile } from '#widget/elements/rg-file.ts';
import { RgForm } from '#widget/elements/rg-form.ts';
import { RgIcon } from '#widget/elements/rg-icon.ts';
import { RgList } from '#widget/elements/rg-list.ts';
import { RgOutgoing } from '#widget/elements/rg-outgoing.ts';
import { RgPicture } from '#widget/elements/rg-picture.ts';
import { RgPromise } from '#widget/elements/rg-promise.ts';
import { RgReceipt } from '#widget/elements/rg-receipt.ts';
import { RgRuler } from '#widget/elements/rg-ruler.ts';
import { RgSkeleton } from '#widget/elements/rg-skeleton.ts';
import { RgSteps } from '#widget/elements/rg-steps.ts';
import { RgThread } from '#widget/elements/rg-thread.ts';

const tags = {
  'rg-icon': RgIcon,
  'rg-clause': RgClause,
  'rg-ruler': RgRuler,
  'rg-picture': RgPicture,
  'rg-file': RgFile,
  'rg-skeleton': RgSkeleton,
  'rg-promise': RgPromise,
  'rg-steps': RgSteps,
  'rg-attachments': RgAttachments,
  'rg-outgoing': RgOutgoing,
  'rg-form': RgForm,
  'rg-receipt': RgReceipt,
  'rg-list': RgList,
  'rg-thread': RgThread,
  'reglament-widget': ReglamentWidget,
} as const;

/** Registers every tag of the widget; a tag that a first load took is left alone. */
export function defineWidget(): void {
  for (const [tag, element] of Object.entries(tags)) {
    if (!customElements.get(tag)) customElements.define(tag, element);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'reglament-widget': ReglamentWidget;
    'rg-clause': RgClause;
    'rg-icon': RgIcon;
    'rg-ruler': RgRuler;
  }
}
