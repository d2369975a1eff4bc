import { z } from 'zod';
import type { Result } from '#shared/result.ts';
import type { PortalPerson } from '#server/features/portals/portal-sessions.table.ts';
import type { PortalHttp } from '#server/features/portals/portal-http.ts';
import { callPortalAtOnce, type RestPlace } from '#server/features/portals/portal-rest.ts';

/** What a portal says of its edition and of the app in it. */
export interface PortalEdition {
  readonly license: string;
  /** Whether it runs on machines of the customer. */
  readonly boxed: boolean;
  readonly language: string;
  readonly paymentExpired: boolean;
  readonly daysLeft: number | null;
}

/** What a portal says of itself and of whoever speaks; each part is undefined where it said nothing of it. */
export interface PortalSays {
  readonly person: PortalPerson;
  readonly isAdmin: boolean | undefined;
  readonly edition: PortalEdition | undefined;
}

/** Characters that belong to no text, and that no database takes. */
const oddities = /[\p{Cc}\p{Cs}]/gu;
const text = z
  .string()
  .transform((said) => said.replace(oddities, ' ').trim())
  .pipe(z.string().max(200));
const profile = z.object({
  ID: z.coerce.number().int(),
  NAME: text.catch(''),
  LAST_NAME: text.catch(''),
  TIME_ZONE: text.catch(''),
});
const current = z.object({
  EMAIL: z.email().max(254).optional().catch(undefined),
  WORK_POSITION: text.catch(''),
});
const appInfo = z.object({
  LICENSE: text.catch(''),
  LANGUAGE_ID: text.catch(''),
  PAYMENT_EXPIRED: z.enum(['Y', 'N']).catch('N'),
  DAYS: z.coerce.number().int().min(-100_000).max(100_000).nullable().catch(null),
});

/**
 * Asks a proven portal who speaks and what it runs. A portal that cannot be reached says nothing, and the person
 * stays proven: support is needed most where the portal is ill.
 *
 * @param userId whose the token has to be; anybody's where it is not said
 * @returns undefined where the portal says that the token is somebody else's
 */
export async function askPortal(
  http: PortalHttp,
  place: RestPlace,
  userId?: number,
): Promise<PortalSays | undefined> {
  const answered = await callPortalAtOnce(http, place, {
    profile: 'profile',
    admin: 'user.admin',
    current: 'user.current',
    app: 'app.info',
  });
  if (!answered.ok) return { person: {}, isAdmin: undefined, edition: undefined };
  const { value } = answered;
  const whoever = readAs(profile, value.profile);
  if (whoever && userId !== undefined && whoever.ID !== userId) return undefined;
  const about = readAs(current, value.current);
  const app = readAs(appInfo, value.app);
  const name = [whoever?.NAME, whoever?.LAST_NAME].filter(Boolean).join(' ');
  return {
    person: {
      name: name || undefined,
      email: about?.EMAIL,
      position: about?.WORK_POSITION || undefined,
      timezone: whoever?.TIME_ZONE || undefined,
    },
    isAdmin: readAs(z.boolean(), value.admin),
    edition: app && {
      license: app.LICENSE,
      boxed: app.LICENSE.endsWith('_selfhosted'),
      language: app.LANGUAGE_ID,
      paymentExpired: app.PAYMENT_EXPIRED === 'Y',
      daysLeft: app.DAYS,
    },
  };
}

function readAs<Value>(
  shape: z.ZodType<Value>,
  answer: Result<unknown, string>,
): Value | undefined {
  if (!answer.ok) return undefined;
  const read = shape.safeParse(answer.value);
  return read.success ? read.data : undefined;
}
