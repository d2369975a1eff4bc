import type { FailedRequest } from '#shared/wire/capture.ts';
import { patchFunction, unseen, type HostCall, type Undo } from '#widget/record/patch.ts';

/** The parts of a page that make requests. */
export interface RequestPage {
  readonly location: { readonly href: string };
  readonly XMLHttpRequest: { readonly prototype: object };
}

/** A request that failed, by its full address. */
export type Failure = Omit<FailedRequest, 'at' | 'path'> & { readonly url: URL };

interface Started {
  readonly method: string;
  readonly url: URL;
  readonly at: number;
}

const isFailure = (status: number) => status === 0 || status >= 400;
const methodOf = (value: unknown) => (typeof value === 'string' ? value : 'GET').toUpperCase();

/** An abort is what the page wanted, whatever it gave as the reason; not one that a limit of time made. */
const wasAborted = (fault: unknown, signal: AbortSignal | null | undefined) =>
  fault instanceof DOMException
    ? fault.name === 'AbortError'
    : !!signal?.aborted && fault === signal.reason;

/**
 * Hears which requests of the page failed, made by `fetch` or by XMLHttpRequest: nothing of what they
 * carried and nothing of what came back.
 *
 * @param clock milliseconds that only go forward
 */
export function watchRequests(
  page: RequestPage,
  clock: () => number,
  note: (failure: Failure) => void,
): Undo {
  const tell = ({ method, url, at }: Started, status: number) => {
    if (isFailure(status))
      note({ method, url, status, durationMs: Math.max(0, Math.round(clock() - at)) });
  };
  const started = (method: unknown, address: string): Started => ({
    method: methodOf(method).slice(0, 20),
    url: new URL(address, page.location.href),
    at: clock(),
  });

  const undoFetch = patchFunction(page, 'fetch', ({ args, run }) => {
    let start: Started | undefined;
    let signal: AbortSignal | null | undefined;
    unseen(() => {
      const [input, init] = args as [RequestInfo | URL, RequestInit | undefined];
      const asked = input instanceof Request ? input : undefined;
      signal = init?.signal ?? asked?.signal;
      start = started(init?.method ?? asked?.method, asked?.url ?? String(input));
    });
    const answer = run();
    if (!start || !(answer instanceof Promise)) return answer;
    const begun = start;
    // the host gets what follows from the answer, so that a failure nobody catches is still reported
    return answer.then(
      (response: Response) => {
        unseen(() => tell(begun, response.type === 'opaque' ? 200 : response.status));
        return response;
      },
      (fault: unknown) => {
        if (!wasAborted(fault, signal)) unseen(() => tell(begun, 0));
        throw fault;
      },
    );
  });

  const opened = new WeakMap<object, Started>();
  const prototype = page.XMLHttpRequest.prototype;
  const undoOpen = patchFunction(prototype, 'open', ({ self, args, run }) => {
    unseen(() => opened.set(self as object, started(args[0], String(args[1]))));
    return run();
  });
  const undoSend = patchFunction(prototype, 'send', (call: HostCall) => {
    unseen(() => hear(call.self as XMLHttpRequest));
    return call.run();
  });

  function hear(request: XMLHttpRequest) {
    const open = opened.get(request);
    if (!open) return;
    const begun = { ...open, at: clock() };
    let aborted = false;
    request.addEventListener('abort', () => (aborted = true), { once: true });
    const ended = () => {
      if (!aborted) unseen(() => tell(begun, request.status));
    };
    request.addEventListener('loadend', ended, { once: true });
  }

  return () => {
    undoFetch();
    undoOpen();
    undoSend();
  };
}
