import type { ColleagueList } from '#shared/wire/colleagues.ts';
import type { RotaView } from '#shared/wire/on-call.ts';
import type { CheckBody, CheckList, LookList } from '#shared/wire/watch.ts';
import { posting, requestJson, type Fetch } from '#desk/api/request.ts';
import { vendorPath } from '#desk/sections/vendor-path.ts';

/** What the section of checks and the rota asks of the server. */
export function checksApi(fetch: Fetch, vendor: string) {
  const ask = <Value>(rest: string) => requestJson<Value>(fetch, vendorPath(vendor, rest));
  const add = (rest: string, body: object, key: string) =>
    requestJson<{ readonly id: string }>(
      fetch,
      vendorPath(vendor, rest),
      posting(body, { 'idempotency-key': key }),
    );
  const end = (rest: string) =>
    requestJson<void>(fetch, vendorPath(vendor, rest), { method: 'DELETE' });
  return {
    list: (after?: string) =>
      requestJson<CheckList>(fetch, vendorPath(vendor, '/checks', { after })),
    add: (body: CheckBody, key: string) => add('/checks', body, key),
    stop: (id: string) => end(`/checks/${encodeURIComponent(id)}`),
    looks: (id: string, after?: string) =>
      requestJson<LookList>(
        fetch,
        vendorPath(vendor, `/checks/${encodeURIComponent(id)}/looks`, { after }),
      ),
    rota: () => ask<RotaView>('/on-call'),
    plan: (shift: object, key: string) => add('/on-call', shift, key),
    cancel: (id: string) => end(`/on-call/${encodeURIComponent(id)}`),
    colleagues: () => ask<ColleagueList>('/agents'),
  };
}
export type ChecksApi = ReturnType<typeof checksApi>;
