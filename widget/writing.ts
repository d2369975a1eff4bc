import { RgAlong } from '#widget/elements/rg-along.ts';
import { RgAnswers } from '#widget/elements/rg-answers.ts';
import { RgArticle } from '#widget/elements/rg-article.ts';
import { RgConsent } from '#widget/elements/rg-consent.ts';
import { RgNoFile } from '#widget/elements/rg-no-file.ts';
import { RgOutage } from '#widget/elements/rg-outage.ts';
import { RgRecordedSteps } from '#widget/elements/rg-recorded-steps.ts';
import { RgLastLook } from '#widget/elements/rg-last-look.ts';
import { RgSuggest } from '#widget/elements/rg-suggest.ts';
import { registerTags } from '#widget/register-tags.ts';
import { defineWays } from '#widget/ways.ts';

export { problemsBeforeSending } from '#widget/form/further-problems.ts';
export { openOutgoing } from '#widget/keeping/open-outgoing.ts';

/** What goes along, and the articles on a subject: a chunk of its own, fetched with the first written word. */
export function defineWriting(): void {
  defineWays();
  registerTags({
    'rg-along': RgAlong,
    'rg-answers': RgAnswers,
    'rg-article': RgArticle,
    'rg-consent': RgConsent,
    'rg-no-file': RgNoFile,
    'rg-recorded-steps': RgRecordedSteps,
    'rg-outage': RgOutage,
    'rg-last-look': RgLastLook,
    'rg-suggest': RgSuggest,
  });
}
