import { sha256 } from '#server/digest.ts';
import type { EntryForm } from '#server/features/portals/entry-form.ts';
import {
  countEntry,
  countProven,
  type EntryCount,
} from '#server/features/portals/portal-entries.repository.ts';
import { findPortal, type PortalPlace } from '#server/features/portals/portals.repository.ts';
import type { PortalDeps } from '#server/features/portals/prove-token.ts';

/** `waitSeconds` is 0 for one that may ask the OAuth server; `proven` is said of it once that knows it. */
export interface LimitedEntry {
  readonly waitSeconds: number;
  proven(): Promise<void>;
}

const minuteMs = 60_000;

/** A minute of one network: an office may open many pages, a forger few. */
const ofNetwork: EntryCount = { tries: 600, unproven: 60 };
/** A minute of one token, which all pages of one person share. */
const ofToken: EntryCount = { tries: 60, unproven: 60 };
/** A minute of all people of a portal, and of all portals together that nobody has been proven of. */
const ofPortal: EntryCount = { tries: 1800, unproven: 240 };
/** A minute of events without a secret: of one portal, and of all together that nobody has been proven of. */
const eventsOfPortal: EntryCount = { tries: 60, unproven: 60 };
const eventsOfUnknown: EntryCount = { tries: 240, unproven: 240 };

/**
 * Counts an entry before anybody is asked of it, so that whoever forges many makes us call the OAuth servers no more
 * often than these limits let. What is over one limit counts for none behind it: a network that floods shuts itself out,
 * not the portal that it names; and made-up portals shut out made-up portals.
 *
 * @param network whose it is; undefined where nobody can say
 */
export async function limitEntry(
  deps: Pick<PortalDeps, 'db' | 'now'>,
  tenantId: string,
  { memberId, accessToken }: Pick<EntryForm, 'memberId' | 'accessToken'>,
  network: string | undefined,
): Promise<LimitedEntry> {
  const known = await findPortal(deps.db, { tenantId, memberId });
  return limitBy(deps, tenantId, [
    ...(network === undefined ? [] : [[`network ${network}`, ofNetwork] as const]),
    [`token ${accessToken}`, ofToken],
    [known ? `portal ${memberId}` : 'portals unknown', ofPortal],
  ]);
}

/**
 * Counts an event that names no secret: anybody can send one, and looking into it calls somebody too.
 *
 * @param known whether the portal that it names is one
 * @returns seconds until another is taken; 0 where this one is
 */
export async function limitEvent(
  deps: Pick<PortalDeps, 'db' | 'now'>,
  { tenantId, memberId }: PortalPlace,
  known: boolean,
): Promise<number> {
  const limit = known
    ? ([`events of ${memberId}`, eventsOfPortal] as const)
    : (['events unknown', eventsOfUnknown] as const);
  return (await limitBy(deps, tenantId, [limit])).waitSeconds;
}

async function limitBy(
  { db, now }: Pick<PortalDeps, 'db' | 'now'>,
  tenantId: string,
  limits: readonly (readonly [string, EntryCount])[],
): Promise<LimitedEntry> {
  const at = now();
  const minute = new Date(at - (at % minuteMs));
  const counted: string[] = [];
  for (const [of, most] of limits) {
    const digest = sha256(of);
    const { tries, unproven } = await countEntry(db, { tenantId, counted: digest, minute });
    counted.push(digest);
    if (tries > most.tries || unproven > most.unproven) {
      const waitSeconds = Math.ceil((minute.getTime() + minuteMs - at) / 1000);
      return { waitSeconds, proven: async () => undefined };
    }
  }
  return { waitSeconds: 0, proven: () => countProven(db, tenantId, counted, minute) };
}
