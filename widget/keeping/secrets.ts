import type { WidgetField } from '#shared/wire/widget-config.ts';
import type { Draft } from '#widget/controllers/draft.ts';
import type { Order } from '#widget/controllers/order.ts';

/** Answers as they may lie on a device: without what the form asks in secret. */
function open<Answers extends Readonly<Record<string, unknown>>>(
  answers: Answers,
  fields: readonly WidgetField[],
): Answers {
  const isSecret = (name: string) =>
    fields.some(({ id, kind }) => id === name && kind === 'secret');
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !isSecret(id))) as Answers;
}

/** A draft without its secrets. */
export const draftWithoutSecrets = (draft: Draft, fields: readonly WidgetField[]): Draft => ({
  ...draft,
  answers: open(draft.answers, fields),
  ...(draft.given && { given: open(draft.given, fields) }),
});

/** A request without its secrets; one that has any is not frozen, as it goes on without them after a reload. */
export function orderWithoutSecrets(order: Order, fields: readonly WidgetField[]): Order {
  const answers = open(order.ticket.answers, fields);
  const draft = draftWithoutSecrets(order.draft, fields);
  if (Object.keys(answers).length === Object.keys(order.ticket.answers).length)
    return { ...order, draft };
  const { body: _frozen, ...rest } = order;
  return { ...rest, draft, ticket: { ...order.ticket, answers }, withheld: true };
}
