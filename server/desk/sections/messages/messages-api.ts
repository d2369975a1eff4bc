import { mapResult } from '#shared/result.ts';
import type { MessageHits } from '#shared/wire/message-search.ts';
import { requestJson, type Fetch } from '#desk/api/request.ts';
import { vendorPath } from '#desk/sections/vendor-path.ts';

/** What the search over messages asks of the server. */
export const messagesApi = (fetch: Fetch, vendor: string) => ({
  search: async (q: string, after?: string) =>
    mapResult(
      await requestJson<MessageHits>(fetch, vendorPath(vendor, '/message-search', { q, after })),
      ({ messages, next }) => ({ rows: messages, next }),
    ),
});
