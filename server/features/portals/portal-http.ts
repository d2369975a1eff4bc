import { askForText } from '#server/http/probe/ask-for-text.ts';
import type { NotVisited, VisitParts } from '#server/http/probe/visit-once.ts';
import { visit } from '#server/http/probe/visit-once.ts';

/** One call to Bitrix24: a GET, or a POST of a form. */
export interface PortalCall {
  readonly url: string;
  readonly form?: Readonly<Record<string, string>>;
  /** Milliseconds until it is given up. */
  readonly deadlineMs: number;
}

/** `body` is what its JSON holds, undefined where it is none. */
export type PortalReply =
  | { readonly kind: 'answer'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'none'; readonly why: NotVisited };

/** Calls Bitrix24. Never follows a redirect, which would take what was sent elsewhere; never throws. */
export type PortalHttp = (call: PortalCall) => Promise<PortalReply>;

const limitBytes = 1_048_576;

/** The calls of a running server, over the guard that every address goes through. */
export const portalHttp = (
  parts: Omit<VisitParts<unknown>, 'ask' | 'ports'> & { readonly ca?: string },
): PortalHttp => {
  const ask = askForText(limitBytes, parts.ca);
  return async ({ url, form, deadlineMs }) => {
    // a portal may be at any port: the name was proven, and its addresses are judged as ever
    const { port, protocol } = new URL(url);
    const ports = [port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port)];
    const sent = form && {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(form).toString(),
    };
    const answer = await visit(
      { ...parts, ports, ask },
      url,
      AbortSignal.timeout(deadlineMs),
      sent,
    );
    if ('outcome' in answer) return { kind: 'none', why: answer };
    return { kind: 'answer', status: answer.status, body: jsonOf(answer.text) };
  };
};

function jsonOf(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
