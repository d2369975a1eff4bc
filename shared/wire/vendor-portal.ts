import { z } from 'zod';
import { deliveryStates } from '#shared/webhook-types.ts';
import { pushedKinds } from '#shared/pushed-kinds.ts';

const instant = z.iso.datetime();

/** How the vendor's own portal stands; nothing of its secrets. */
export const vendorPortalView = z.object({
  host: z.string().meta({ example: 'acme.bitrix24.ru' }),
  connectedAt: instant,
  stoppedAt: instant.nullable(),
  /** Whether it tells of changes. */
  listens: z.boolean(),
  /** When something came through last. */
  lastPushAt: instant.nullable(),
  lastError: z.string().nullable().meta({ example: 'QUERY_LIMIT_EXCEEDED' }),
  /** It asked for a rest, or did not answer, and is called no sooner. */
  restsUntil: instant.nullable(),
  waiting: z.int(),
  dead: z.int(),
});
export type VendorPortalView = z.infer<typeof vendorPortalView>;

const leftView = z.object({
  ticket: z.string(),
  number: z.string(),
  /** Which of what stands for the ticket. */
  key: z.string().meta({ example: 'former.bitrix24.ru/item' }),
  type: z.enum(['item', 'task']),
  remoteId: z.int(),
  url: z.url(),
});
export type LeftInPortal = z.infer<typeof leftView>;

/** The portal, where there is one. */
export const vendorPortalState = z.object({
  portal: vendorPortalView.nullable(),
  /**
   * What of erased tickets stands in portals that are told nothing more, the first fifty: somebody has to delete it
   * there.
   */
  left: z.array(leftView),
});
export type VendorPortalState = z.infer<typeof vendorPortalState>;

const pushView = z.object({
  /** Place of the event in the vendor's log. */
  seq: z.int(),
  kind: z.enum(pushedKinds),
  ticket: z.string(),
  number: z.string(),
  state: z.enum(deliveryStates),
  attempts: z.int(),
  /** When it is tried next; null where it is not. */
  tryAt: instant.nullable(),
  deliveredAt: instant.nullable(),
  lastError: z.string().nullable().meta({ example: 'CRM_FIELD_ERROR_VALUE_NOT_VALID' }),
});
export type VendorPortalPush = z.infer<typeof pushView>;

/** Something of `left` that somebody deleted in its portal. */
export const deletedThere = z.strictObject({
  ticket: z.string().min(1).max(80).meta({ example: 'tck_1' }),
  key: z.string().min(1).max(300).meta({ example: 'former.bitrix24.ru/item' }),
});
export type DeletedThere = z.infer<typeof deletedThere>;

/** A page of what the portal is shown, the newest event first. */
export const vendorPortalPushes = z.object({
  rows: z.array(pushView),
  next: z.string().nullable(),
});
export type VendorPortalPushes = z.infer<typeof vendorPortalPushes>;

/** What stands for a ticket in the vendor's own portal. */
export const vendorRecord = z.object({
  type: z.enum(['item', 'task']),
  /** Its number there. */
  remoteId: z.int(),
  url: z.url(),
  /** Made when the ticket was handed over. */
  handedOver: z.boolean(),
  /** Whether its portal is still told of the ticket; of one that is not, erased words stay there. */
  connected: z.boolean(),
  /** Whether the words of the ticket were taken out of it. */
  erased: z.boolean(),
});
export type VendorRecord = z.infer<typeof vendorRecord>;
