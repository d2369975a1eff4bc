import { z } from 'zod';
import { portalContractStates } from '#shared/wire/portal-contract.ts';

const instant = z.iso.datetime();

/** A contract on record by its number; null where there is none. */
const contractOnRecord = z
  .object({
    organisation: z.object({ id: z.string(), name: z.string() }),
    validFrom: z.iso.date(),
    validUntil: z.iso.date().nullable(),
    /** As the regulation calls its plan in its own id. */
    plan: z.string().nullable(),
    /** Whether it lists the address of this portal. */
    namesPortal: z.boolean(),
  })
  .nullable();

/** A customer's Bitrix24 in which the vendor's app is or was, as agents see it. */
export const customerPortal = z.object({
  /** Of the portal for good, whatever it is called. */
  id: z.string().meta({ example: '035cb78ff4ca2653aa35b82538ba6ea5' }),
  domain: z.string(),
  formerDomains: z.array(z.string()),
  /** Null where the portal did not say. */
  kind: z.enum(['cloud', 'box']).nullable(),
  /** Edition of Bitrix24 as the portal names it. */
  license: z.string().nullable(),
  /** Of the app that runs there. */
  version: z.string(),
  /** `L` local, `F` free, `D` demo, `T` trial, `P` paid, `S` subscription. */
  status: z.string().meta({ example: 'S' }),
  paymentExpired: z.boolean().nullable(),
  installedAt: instant.nullable(),
  uninstalledAt: instant.nullable(),
  /** When a removal that nobody could confirm asked for everything to be erased; nothing was. */
  erasureAskedAt: instant.nullable(),
  /** The administrator whose installation the server acts by; a name only of one who has asked before. */
  administrator: z.object({ userId: z.int(), name: z.string().nullable() }).nullable(),
  seenAt: instant,
  state: z.enum(portalContractStates),
  /** What became of another number that was named while one is confirmed. */
  change: z.enum(['asked', 'refused']).nullable(),
  /** The confirmed one; every request from there has it. */
  contract: z.object({ number: z.string(), onRecord: contractOnRecord }).nullable(),
  /** What the portal's administrator named and nobody has confirmed. */
  ask: z
    .object({
      number: z.string(),
      at: instant,
      by: z.string().nullable(),
      onRecord: contractOnRecord,
      refusedAt: instant.nullable(),
      reason: z.string().nullable(),
    })
    .nullable(),
  /** Raised by every ask and every decision; sent back as `If-Match`. */
  contractVersion: z.int(),
});
export type CustomerPortal = z.infer<typeof customerPortal>;

/** A page of them, by address. */
export const customerPortalList = z.object({
  portals: z.array(customerPortal),
  next: z.string().nullable(),
});
export type CustomerPortalList = z.infer<typeof customerPortalList>;

/** The contract that a portal gets: the one it asked for, or another. */
export const portalContractBody = z.strictObject({
  number: z.string().trim().min(1).max(100).meta({ example: 'DX-2026/17' }),
});

/** Why the number that was named is not its contract; the portal's administrator reads it. */
export const portalRefusalBody = z.strictObject({ reason: z.string().trim().min(1).max(500) });
