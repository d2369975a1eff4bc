import { z } from 'zod';
import { accessStates, grantKinds } from '#shared/vocabulary.ts';

const instant = z.iso.datetime();

/** Access that was asked for or given. What it opens is never part of it. */
export const accessGrantView = z.object({
  id: z.string(),
  kind: z.enum(grantKinds),
  /** `portal` or `operator` of admin access; of connection data the form's field. */
  scope: z.string(),
  /** The field's name in the form; null for admin access. */
  label: z.string().nullable(),
  /** How long it lasts from when it is given. */
  days: z.int(),
  state: z.enum(accessStates),
  askedAt: instant,
  givenAt: instant.nullable(),
  expiresAt: instant.nullable(),
  revokedAt: instant.nullable(),
  /** The clause by which it may be asked for, where the regulation has one. */
  clause: z.string().optional(),
});
export type AccessGrantView = z.infer<typeof accessGrantView>;

/** Access of one ticket, oldest first. */
export const accessGrantList = z.object({ grants: z.array(accessGrantView) });

/** What the desk sees besides: what it may ask for, and for how long at most. */
export const deskAccessList = accessGrantList.extend({
  scopes: z.array(
    z.object({
      scope: z.string(),
      /** The field's name in the form; null for admin access. */
      label: z.string().nullable(),
    }),
  ),
  longestDays: z.int(),
});
export type DeskAccessList = z.infer<typeof deskAccessList>;

/** What an agent asks for. */
export const accessRequestBody = z.strictObject({
  scope: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9]{0,39}$/)
    .meta({ example: 'portal' }),
  /** At most as long as the regulation's desk keeps secrets, which is what it is without. */
  days: z.int().min(1).max(366).optional(),
});

/** What a requester gives: a login and a password, an address, a key. */
export const giveAccessBody = z.strictObject({
  /** Id of the request. */
  grant: z.string().max(64),
  secret: z.string().trim().min(1).max(4000),
});

/** Shown to one agent once; the next view is asked for anew. */
export const revealedAccess = z.object({ secret: z.string(), expiresAt: instant.nullable() });
export type RevealedAccess = z.infer<typeof revealedAccess>;
