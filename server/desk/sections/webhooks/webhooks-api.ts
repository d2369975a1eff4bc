import { fail, mapResult, succeed, type Result } from '#shared/result.ts';
import type {
  DeliveryList,
  WebhookBody,
  WebhookList,
  WebhookSecret,
  WebhookView,
} from '#shared/wire/webhooks.ts';
import { posting, requestJson, type Fetch } from '#desk/api/request.ts';
import { vendorPath } from '#desk/sections/vendor-path.ts';

/** What the section of webhooks asks of the server. */
export function webhooksApi(fetch: Fetch, vendor: string) {
  const path = (id: string, rest = '') =>
    vendorPath(vendor, `/webhooks/${encodeURIComponent(id)}${rest}`);
  const list = (after?: string) =>
    requestJson<WebhookList>(fetch, vendorPath(vendor, '/webhooks', { after }));
  return {
    list,
    /** One of them, looked for page by page: a vendor has few. */
    async receiver(id: string): Promise<Result<WebhookView>> {
      let after: string | undefined;
      do {
        const page = await list(after);
        if (!page.ok) return page;
        const found = page.value.rows.find((one) => one.id === id);
        if (found) return succeed(found);
        after = page.value.next ?? undefined;
      } while (after !== undefined);
      return fail({ code: 'webhook.not_found' });
    },
    add: (body: WebhookBody, key: string) =>
      requestJson<WebhookSecret>(
        fetch,
        vendorPath(vendor, '/webhooks'),
        posting(body, { 'idempotency-key': key }),
      ),
    stop: (id: string) => requestJson<void>(fetch, path(id), { method: 'DELETE' }),
    rotate: (id: string, graceHours: number) =>
      requestJson<WebhookSecret>(fetch, path(id, '/secret'), posting({ graceHours })),
    /** @param state of what is asked for; empty for everything */
    deliveries: async (id: string, state: string, after?: string) =>
      mapResult(
        await requestJson<DeliveryList>(
          fetch,
          vendorPath(vendor, `/webhooks/${encodeURIComponent(id)}/deliveries`, { state, after }),
        ),
        ({ rows, next }) => ({ rows: rows.map((row) => ({ ...row, id: row.messageId })), next }),
      ),
    again: (id: string, seq: number) =>
      requestJson<void>(fetch, path(id, `/deliveries/${seq}/again`), posting({})),
  };
}
