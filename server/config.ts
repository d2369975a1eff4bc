import { z } from 'zod';
import { fail, succeed, type Result } from '#shared/result.ts';
import { isLoopback } from '#server/http/probe/public-address.ts';

const secretKey = /^[A-Za-z0-9_-]{43}=?$/;

const flag = z.enum(['0', '1']).transform((value) => value === '1');

/** Every setting with its unit, default and meaning; names are those of the environment. */
export const settings = z.object({
  HOST: z.string().default('127.0.0.1').describe('Address to listen on'),
  PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65535)
    .default(3000)
    .describe('TCP port; 0 takes a free one'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => new URL(url))
    .refine(({ href, origin }) => href === `${origin}/`, {
      error: 'a scheme and a host with nothing behind, such as https://support.example',
    })
    // as a browser writes it in `Origin`: small letters, no default port
    .transform(({ origin }) => origin)
    .optional()
    .describe('Address under which browsers reach this server; default http://HOST:PORT'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe('PostgreSQL 15 or newer; without it the server runs its own in DATA_DIR'),
  DATABASE_POOL: z.coerce
    .number()
    .int()
    .min(2)
    .max(20)
    .default(6)
    .describe('Connections to PostgreSQL'),
  DATA_DIR: z
    .string()
    .min(1)
    .default('.data')
    .describe('Folder for the own database, files and keys'),
  POLICY_DIR: z.string().optional().describe('Folder with further policy packs'),
  CALENDAR_DIR: z
    .string()
    .min(1)
    .optional()
    .describe('Folder with calendars that stand in the place of shipped ones; read every minute'),
  DEMO: flag
    .optional()
    .describe(
      '1 serves the demo pages and sends nothing outside, neither letters nor webhooks nor looks of checks; default 1 without DATABASE_URL',
    ),
  TRY_LOOPBACK: flag
    .optional()
    .describe(
      '1 lets webhooks and checks call this machine itself (localhost, 127.0.0.1, [::1]) at any port, to try receivers; default 1 in a demo that listens at loopback',
    ),
  SECRET_KEY: z
    .string()
    .regex(secretKey)
    .optional()
    .describe(
      '32 bytes in base64url that seal secrets; required with DATABASE_URL, else kept in DATA_DIR',
    ),
  SECRET_KEYS_OLD: z
    .string()
    .default('')
    .transform((list) => list.split(/[\s,]+/).filter(Boolean))
    .refine((keys) => keys.every((key) => secretKey.test(key)), {
      error: 'keys of 32 bytes in base64url, a comma between them',
    })
    .describe('Former secret keys, a comma between them, until `secrets rotate` has run'),
  ATTACHMENT_LIMIT_BYTES: z.coerce
    .number()
    .int()
    .min(1)
    .default(20_000_000)
    .describe('Largest file a message may carry, bytes'),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .optional()
    .describe(
      'Mail server, such as smtps://user:password@mail.example; without it letters wait in the outbox',
    ),
  MAIL_FROM: z.email().optional().describe('Address letters come from; required with SMTP_URL'),
  MAIL_LEASE_SECONDS: z.coerce
    .number()
    .int()
    .min(2)
    .default(60)
    .describe('How long one server has a letter to itself before another sends it, seconds'),
  TIMER_BATCH: z.coerce
    .number()
    .int()
    .min(1)
    .max(1000)
    .default(400)
    .describe('Deadlines that one transaction takes at most'),
  LIVE_READERS: z.coerce
    .number()
    .int()
    .min(0)
    .default(2000)
    .describe(
      'Requesters whom this server tells at once of what changes; the pages of others ask again and again',
    ),
  PROXIES: z.coerce
    .number()
    .int()
    .min(0)
    .max(10)
    .default(0)
    .describe(
      'Proxies in front of this server that each add whom they were asked by to X-Forwarded-For; by them openings of the app in portals are counted for each network',
    ),
  PROBE_PORTS: z
    .string()
    .regex(/^\d{1,5}(,\d{1,5})*$/)
    .default('80,443')
    .transform((list) => list.split(',').map(Number))
    .describe('TCP ports at which checks and reachability probes may look, with commas between'),
  VENDOR_PORTAL_HOSTS: z
    .string()
    .regex(/^$|^[a-z0-9.-]+(:\d{1,5})?(,[a-z0-9.-]+(:\d{1,5})?)*$/)
    .default('')
    .transform((list) => list.split(',').filter(Boolean))
    .describe(
      'Hosts of vendors’ own portals that may be called although they are in a private network (crm.lan, crm.lan:8443), with commas between; without it none is',
    ),
  CONTENT_KEPT_MONTHS: z.coerce
    .number()
    .int()
    .min(1)
    .max(600)
    .optional()
    .describe(
      'Months after which what people wrote into an ended ticket is erased where its regulation does not say; without it nothing is',
    ),
  LOG_LEVEL: z
    .enum(['silent', 'error', 'warn', 'info', 'debug'])
    .default('info')
    .describe('Log detail'),
});

export type Config = Omit<z.infer<typeof settings>, 'DEMO' | 'TRY_LOOPBACK'> & {
  readonly DEMO: boolean;
  readonly TRY_LOOPBACK: boolean;
};

/**
 * Reads the settings from an environment.
 *
 * @returns the failing settings in sentences, never their values
 */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
): Result<Config, string[]> {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = settings.safeParse(present);
  if (!parsed.success) {
    return fail(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  }
  const config = parsed.data;
  if (config.DATABASE_URL && !config.SECRET_KEY) {
    return fail(['SECRET_KEY: required with DATABASE_URL (32 random bytes in base64url)']);
  }
  if (config.SMTP_URL && !config.MAIL_FROM) {
    return fail(['MAIL_FROM: required with SMTP_URL (the address letters come from)']);
  }
  const DEMO = config.DEMO ?? !config.DATABASE_URL;
  const alone = config.HOST === 'localhost' || isLoopback(config.HOST);
  return succeed({ ...config, DEMO, TRY_LOOPBACK: config.TRY_LOOPBACK ?? (DEMO && alone) });
}

/** Address under which browsers reach the server, without a slash at the end. */
export const publicUrlOf = ({ PUBLIC_URL, HOST, PORT }: Config): string =>
  PUBLIC_URL ?? `http://${HOST.includes(':') ? `[${HOST}]` : HOST}:${PORT}`;
