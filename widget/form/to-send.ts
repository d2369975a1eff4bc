import type { Locale } from '#shared/vocabulary.ts';
import type { CaptureContext } from '#shared/wire/capture.ts';
import type { Answer } from '#shared/wire/ticket.ts';
import type { WidgetField } from '#shared/wire/widget-config.ts';
import { fitContext } from '#widget/capture/fit-context.ts';
import type { Draft } from '#widget/controllers/draft.ts';
import type { Order } from '#widget/controllers/order.ts';
import { answersToSend, askedFields } from '#widget/form/validate.ts';

/** Steps are a list, also where the page gave one line. */
const inShape = (fields: readonly WidgetField[], answers: Record<string, Answer>) =>
  Object.fromEntries(
    Object.entries(answers).map(([id, said]) => [
      id,
      fields.some((field) => field.id === id && field.kind === 'steps') ? [said].flat() : said,
    ]),
  );

/**
 * The request as a press on «send» sends it, but for its files, which get their ids when they are
 * uploaded. The last look shows this and nothing else.
 */
export const ticketToSend = (
  fields: readonly WidgetField[],
  draft: Draft,
  context: CaptureContext,
  locale: Locale,
): Order['ticket'] => ({
  category: draft.category ?? '',
  answers: inShape(fields, answersToSend(askedFields(fields, draft.category), draft.answers)),
  context: fitContext(context),
  articles: draft.articles.map(({ id, use }) => ({ id, use })),
  ...(draft.consent && { consent: draft.consent }),
  ...(draft.linkedTo && { linkedTo: draft.linkedTo.id }),
  locale,
});
