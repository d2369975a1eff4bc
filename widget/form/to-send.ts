import type { Locale } from '#shared/vocabulary.ts';
import type { CaptureContext } from '#shared/wire/capture.ts';
import type { WidgetField } from '#shared/wire/widget-config.ts';
import { fitContext } from '#widget/capture/fit-context.ts';
import type { Draft } from '#widget/controllers/draft.ts';
import type { Order } from '#widget/controllers/order.ts';
import { answersToSend, askedFields } from '#widget/form/validate.ts';

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
  answers: answersToSend(askedFields(fields, draft.category), draft.answers),
  context: fitContext(context),
  articles: draft.articles.map(({ id, use }) => ({ id, use })),
  ...(draft.consent && { consent: draft.consent }),
  ...(draft.linkedTo && { linkedTo: draft.linkedTo.id }),
  locale,
});
