import type { World } from '#server/demo/portal/world.ts';

/** How an answer goes wrong. */
export interface Fault {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Instead of the answer; left out, the answer itself comes. */
  readonly body?: string;
  /** Milliseconds it is late. */
  readonly delayMs?: number;
  /** The connection breaks in the middle of it. */
  readonly cut?: boolean;
  /** What was asked for is done all the same, and only the answer goes wrong. */
  readonly after?: boolean;
  /** How often it happens; always where it is not said. */
  times?: number;
}

const key = (host: string, method: string) => `${host} ${method.toLowerCase()}`;

/**
 * Makes a host answer wrongly.
 *
 * @param method of its REST API, `oauth.token` of an OAuth server, or `*` for whatever is asked of the host
 */
export function setFault(world: World, host: string, method: string, fault: Fault): void {
  world.faults.set(key(host, method), { ...fault });
}

/** Ends it; every one of the host where no method is said. */
export function clearFaults(world: World, host: string, method?: string): void {
  for (const name of world.faults.keys())
    if (method === undefined ? name.startsWith(`${host} `) : name === key(host, method))
      world.faults.delete(name);
}

/** The fault that this request meets; it is used up where it happens only so often. */
export function takeFault(world: World, host: string, method: string): Fault | undefined {
  for (const name of [key(host, method), key(host, '*')]) {
    const fault = world.faults.get(name);
    if (!fault) continue;
    if (fault.times !== undefined && --fault.times <= 0) world.faults.delete(name);
    return fault;
  }
  return undefined;
}

/** The answer as the fault leaves it. */
export async function spoil(
  world: Pick<World, 'wait'>,
  fault: Fault,
  answer: () => Response | Promise<Response>,
): Promise<Response> {
  const real = fault.after || fault.body === undefined ? await answer() : undefined;
  if (fault.delayMs !== undefined) await world.wait(fault.delayMs);
  const body = fault.body ?? (real ? await real.text() : '');
  const headers = new Headers(real?.headers ?? { 'content-type': 'application/json' });
  for (const [name, value] of Object.entries(fault.headers ?? {})) headers.set(name, value);
  const init = { status: fault.status ?? real?.status ?? 200, headers };
  return new Response(fault.cut ? brokenOff(body) : body, init);
}

/** Half of a text, and then the connection breaks. */
function brokenOff(text: string): ReadableStream<Uint8Array> {
  const half = new TextEncoder().encode(text.slice(0, Math.max(1, text.length >> 1)) || '{');
  let sent = false;
  return new ReadableStream({
    pull(controller) {
      if (sent) return controller.error(new Error('connection cut'));
      sent = true;
      controller.enqueue(half);
    },
  });
}

/** Faults by name. */
export const faults = {
  html: { status: 200, body: '<html>maintenance</html>', headers: { 'content-type': 'text/html' } },
  badGateway: {
    status: 502,
    body: '<html>bad gateway</html>',
    headers: { 'content-type': 'text/html' },
  },
  down: { status: 503, body: '' },
  invalidJson: { status: 200, body: '{"result":' },
  late: { delayMs: 15_000 },
  cut: { cut: true, after: true },
} as const satisfies Readonly<Record<string, Fault>>;

/** Ten megabytes of a well-formed answer. */
export const hugeAnswer = (): Fault => ({
  status: 200,
  body: `{"result":"${'a'.repeat(10 * 1024 * 1024)}"}`,
});

/** A refusal in a body, whatever its status says. */
export const refusalFault = (status: number, error: string, description = ''): Fault => ({
  status,
  body: JSON.stringify({ error, error_description: description }),
});
