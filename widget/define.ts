import { ReglamentWidget } from '#widget/elements/reglament-widget.ts';
import { RgAttachments } from '#widget/elements/rg-attachments.ts';
import { RgClause } from '#widget/elements/rg-clause.ts';
import { RgForm } from '#widget/elements/rg-form.ts';
import { RgIcon } from '#widget/elements/rg-icon.ts';
import { RgOutgoing } from '#widget/elements/rg-outgoing.ts';
import { RgPromise } from '#widget/elements/rg-promise.ts';
import { RgRuler } from '#widget/elements/rg-ruler.ts';
import { RgSkeleton } from '#widget/elements/rg-skeleton.ts';
import { RgSteps } from '#widget/elements/rg-steps.ts';
import { registerTags } from '#widget/register-tags.ts';

/** Registers the tags of the form; the screens after the sending register their own. */
export function defineWidget(): void {
  registerTags({
    'rg-icon': RgIcon,
    'rg-clause': RgClause,
    'rg-ruler': RgRuler,
    'rg-skeleton': RgSkeleton,
    'rg-promise': RgPromise,
    'rg-steps': RgSteps,
    'rg-attachments': RgAttachments,
    'rg-outgoing': RgOutgoing,
    'rg-form': RgForm,
    'reglament-widget': ReglamentWidget,
  });
}
