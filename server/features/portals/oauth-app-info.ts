import { z } from 'zod';
import { refusedAs } from '#server/features/portals/refused-as.ts';
import { readPortalHost } from '#server/features/portals/portal-host.ts';

const host = z.string().transform((text, context) => {
  const read = readPortalHost(text);
  if (read === undefined) context.addIssue({ code: 'custom', message: 'no host of a portal' });
  return read ?? z.NEVER;
});

/** What an OAuth server says of an access token. */
const answer = z.object({
  result: z.object({
    client_id: z.string(),
    expires: z.coerce.date(),
    install: z.object({
      installed: z.boolean(),
      version: z.coerce.string(),
      status: z.string(),
      scope: z.string().default(''),
      domain: host,
      client_endpoint: z.url({ protocol: /^https?$/ }),
      member_id: z.string().regex(/^[0-9a-f]{32}$/i),
    }),
    user_id: z.coerce.number().int().positive(),
  }),
});

/** Whose token it is and for which app and portal, by the only server that can know. */
export interface TokenFacts {
  readonly clientId: string;
  readonly memberId: string;
  readonly domain: string;
  readonly clientEndpoint: string;
  readonly installed: boolean;
  readonly version: string;
  /** `L` local, `F` free, `D` demo, `T` trial, `P` paid, `S` subscription. */
  readonly status: string;
  readonly scopes: readonly string[];
  readonly userId: number;
  readonly expiresAt: Date;
}

/** `refused` with the server's own code; `unreadable` where the answer is nothing that the server would say. */
export type TokenAnswer =
  | { readonly kind: 'known'; readonly facts: TokenFacts }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'unreadable' };

/**
 * Reads the answer to `app.info`. The body decides, not the status: refusals come with HTTP 200 too, and an
 * answer that leaves a fact out proves nothing.
 */
export function readTokenAnswer(body: unknown): TokenAnswer {
  const code = refusedAs(body);
  if (code !== undefined) return { kind: 'refused', code };
  const read = answer.safeParse(body);
  if (!read.success) return { kind: 'unreadable' };
  const { client_id, expires, install, user_id } = read.data.result;
  return {
    kind: 'known',
    facts: {
      clientId: client_id,
      memberId: install.member_id.toLowerCase(),
      domain: install.domain,
      clientEndpoint: install.client_endpoint,
      installed: install.installed,
      version: install.version,
      status: install.status,
      scopes: install.scope.split(',').filter(Boolean),
      userId: user_id,
      expiresAt: expires,
    },
  };
}
