import type { Logger } from 'pino';
import type { PortalHttp } from '#server/features/portals/portal-http.ts';
import { refusedAs } from '#server/features/portals/refused-as.ts';

/**
 * Writes down every call to Bitrix24 and how it ended, which the catalogue asks its publishers to keep for three days.
 * Neither what was sent nor what came back: there are tokens in both, and in addresses behind their question mark.
 *
 * @param now epoch milliseconds
 */
export const loggedPortalHttp =
  (
    http: PortalHttp,
    { log, now }: { readonly log: Logger; readonly now: () => number },
  ): PortalHttp =>
  async (call) => {
    const { host, pathname } = new URL(call.url);
    const started = now();
    const reply = await http(call);
    const ended =
      reply.kind === 'answer'
        ? { status: reply.status, refused: refusedAs(reply.body) }
        : { why: reply.why };
    log.info(
      { host, path: withoutSecret(pathname), ...ended, ms: now() - started },
      'called Bitrix24',
    );
    return reply;
  };

/** A portal's own way in has its secret in its path: `/rest/1/secret/crm.item.add`. */
const withoutSecret = (path: string): string => path.replace(/\/rest\/\d+\/[^/]+/, '/rest');
