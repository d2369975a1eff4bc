import type { GuestThread } from '#shared/wire/guests.ts';
import { posting, requestJson, type Fetch } from '#desk/api/request.ts';

/** What the link of an invitation holds, after its `#`, so that no server is told it by an address. */
export interface Invitation {
  readonly vendor: string;
  readonly token: string;
}

/** Undefined where the address holds no invitation. */
export function invitationOf(hash: string): Invitation | undefined {
  const said = new URLSearchParams(hash.replace(/^#/, ''));
  const [vendor, token] = [said.get('vendor'), said.get('token')];
  return vendor && token ? { vendor, token } : undefined;
}

/** Reads and writes the one thread of an invitation. */
export function guestApi(fetch: Fetch, { vendor, token }: Invitation) {
  const headers = { 'x-widget-key': vendor, authorization: `Bearer ${token}` };
  return {
    thread: () => requestJson<GuestThread>(fetch, '/v1/guest/thread', { headers }),
    /** `key` stays the same until a final answer, so that a repeated press writes one message. */
    write: (text: string, key: string) =>
      requestJson<GuestThread>(
        fetch,
        '/v1/guest/messages',
        posting({ text }, { ...headers, 'idempotency-key': key }),
      ),
  };
}
