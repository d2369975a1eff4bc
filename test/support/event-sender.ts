import { buildQuery } from '#server/demo/portal/php.ts';
import { bitrix24Fixture } from '#test/support/bitrix24-fixture.ts';

/** One event as its sender posts it. */
export interface EventPost {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const formHeaders = { 'content-type': 'application/x-www-form-urlencoded' };

interface Recorded {
  readonly request: {
    readonly parsed: {
      readonly event: string;
      readonly ts: string;
      readonly data: Readonly<Record<string, unknown>>;
      readonly auth: Readonly<Record<string, string>>;
    };
    readonly rawBody: string;
  };
}

/** Names of the recorded events: `onappinstall`, `onappuninstall-clean1`. */
const recorded = (name: string) => bitrix24Fixture<Recorded>(`event-${name}`).request;

/** An event as recorded, to the byte. */
export const recordedEvent = (name: string): EventPost => ({
  headers: formHeaders,
  body: recorded(name).rawBody,
});

/** A recorded event with other values; what is undefined is left out. */
export function changedEvent(
  name: string,
  {
    auth = {},
    data = {},
    ts,
  }: {
    readonly auth?: Readonly<Record<string, string | undefined>>;
    readonly data?: Readonly<Record<string, string | undefined>>;
    /** Epoch seconds. */
    readonly ts?: number;
  },
): EventPost {
  const { parsed } = recorded(name);
  const changed = {
    ...parsed,
    data: { ...parsed.data, ...data },
    ts: ts ?? parsed.ts,
    auth: { ...parsed.auth, ...auth },
  };
  const { event, data: said, ts: at, auth: own, ...rest } = changed;
  return {
    headers: formHeaders,
    body: buildQuery({ event, ...rest, data: said, ts: at, auth: own }),
  };
}

/** An event that nobody should believe, and what is expected to become of it. */
export interface ForgedEvent extends EventPost {
  readonly id: string;
  readonly expect: string;
}

const oversizeBytes = 2 * 1024 * 1024;

/** All recorded forgeries. */
export function forgedEvents(): readonly ForgedEvent[] {
  const { variants } = bitrix24Fixture<{
    readonly variants: readonly {
      readonly id: string;
      readonly expect: string;
      readonly request?: { readonly rawBody: string };
      readonly rawBody?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }[];
  }>('event-forged-variants');
  return variants.map(({ id, expect, request, rawBody, headers = {} }) => {
    const named = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
    );
    // the recorded one only says how large it is
    const body =
      request?.rawBody ?? rawBody ?? `event=ONAPPUNINSTALL&x=${'a'.repeat(oversizeBytes)}`;
    return { id, expect, headers: { ...formHeaders, ...named }, body };
  });
}

/** Every order in which they may come: nothing promises one. */
export function inEveryOrder<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  if (items.length < 2) return [items];
  return items.flatMap((first, at) =>
    inEveryOrder(items.toSpliced(at, 1)).map((rest) => [first, ...rest]),
  );
}

/** Each of them twice, the second ones after all first ones. */
export const twice = <Item>(items: readonly Item[]): readonly Item[] => [...items, ...items];

/** Posts them one after another; their statuses. */
export async function postEvents(
  url: string,
  events: readonly EventPost[],
  send: (request: Request) => Promise<Response> = fetch,
): Promise<readonly number[]> {
  const statuses: number[] = [];
  for (const { headers, body } of events)
    statuses.push((await send(new Request(url, { method: 'POST', headers, body }))).status);
  return statuses;
}
