import { RgAlong } from '#widget/elements/rg-along.ts';
import { RgAnswers } from '#widget/elements/rg-answers.ts';
import { RgArticle } from '#widget/elements/rg-article.ts';
import { RgSuggest } from '#widget/elements/rg-suggest.ts';
import { registerTags } from '#widget/register-tags.ts';

export { createSender } from '#widget/controllers/sender.ts';

/** What goes along, and the articles on a subject: a chunk of its own, fetched with the first written word. */
export function defineWriting(): void {
  registerTags({
    'rg-along': RgAlong,
    'rg-answers': RgAnswers,
    'rg-article': RgArticle,
    'rg-suggest': RgSuggest,
  });
}
