import { z } from 'zod';
import { shownName } from '#shared/shown-name.ts';
import { entitlementStates } from '#shared/vocabulary.ts';
import { localText } from '#shared/wire/decision.ts';
import { portalRenewal } from '#shared/wire/portal.ts';

/** How far the contract of a portal has come: what its administrator named counts once an operator has confirmed it. */
export const portalContractStates = ['none', 'asked', 'confirmed', 'refused'] as const;
export type PortalContractState = (typeof portalContractStates)[number];

/** How the contract of a portal stands, for its own people. */
export const portalContract = z.object({
  state: z.enum(portalContractStates),
  /** What became of another number that was named while one is confirmed; the confirmed one holds meanwhile. */
  change: z.enum(['asked', 'refused']).nullable(),
  /** Number that is confirmed; to administrators alone. */
  number: z.string().nullable(),
  /** Number that is looked at or was refused; to administrators alone. */
  askedNumber: z.string().nullable(),
  /** Why it was refused, in an operator's words; to administrators alone. */
  reason: z.string().nullable(),
  /** Last valid day of the confirmed contract, in the vendor's zone; null where it has none. */
  validUntil: z.iso.date().nullable(),
  /** Plan of the confirmed contract, as the regulation calls it. */
  plan: localText.nullable(),
  /** How many persons the confirmed contract lists. */
  listedContacts: z.int().nullable(),
  /** Whether the contract lists whoever asks. */
  listed: z.boolean(),
  /** What the regulation says of requests from here today. */
  entitlement: z.object({
    state: z.enum(entitlementStates),
    /** `contract_route`: they go the way to a contract. */
    effect: z.enum(['promise', 'register_and_inform', 'contract_route']),
    clause: z.string(),
    /** Where a contract is asked for. */
    href: z.string().nullable(),
  }),
  /** Whether whoever asks may name a number. */
  isAdmin: z.boolean(),
});
export type PortalContract = z.infer<typeof portalContract>;

/** What an administrator names as their contract, proven by a fresh token of the portal. */
export const portalContractAsk = portalRenewal.extend({
  /** Null: they have none, and take back what they named before. */
  number: z
    .string()
    .overwrite(shownName)
    .trim()
    .min(1)
    .max(100)
    .nullable()
    .meta({ example: 'DX-2026/17' }),
});
export type PortalContractAsk = z.infer<typeof portalContractAsk>;
