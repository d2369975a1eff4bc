import { z } from 'zod';
import { locales } from '#shared/vocabulary.ts';

/** How an app is paid for in a portal, where there is something to say of that. */
export const portalPayment = z.object({
  state: z.enum(['trial', 'trial_ended', 'ending', 'ended']),
  /** Whole days until it ends; null where it is over or the portal does not say. */
  daysLeft: z.int().nullable(),
});
export type PortalPayment = z.infer<typeof portalPayment>;

/** What the page of the app inside a portal starts with. */
export const portalStart = z.object({
  page: z.enum(['app', 'install']),
  /** The vendor, as a widget's key. */
  vendor: z.string(),
  /** As its regulation calls it, in the reader's language. */
  name: z.string(),
  locale: z.enum(locales),
  /** Bearer of this page, kept in memory alone. */
  secret: z.string(),
  expiresAt: z.iso.datetime(),
  portal: z.object({
    domain: z.string(),
    memberId: z.string(),
    boxed: z.boolean().nullable(),
    license: z.string().nullable(),
    version: z.string(),
    payment: portalPayment.nullable(),
    /** The version that is out, with what it and those before it mend; null where the portal runs it or nobody knows. */
    newer: z.object({ version: z.string(), fixes: z.array(z.string()) }).nullable(),
  }),
  /** As the portal says; null where it could not be asked. */
  isAdmin: z.boolean().nullable(),
  placement: z.string(),
  /** Ticket that a link inside the portal leads to, by its number; null where it leads to none. */
  ticket: z.string().nullable(),
  /** Deal of the portal's CRM whose card it was opened in, by its number; null where it was in none. */
  deal: z.string().nullable(),
  /** Page of the portal that the person came from; null where it said none. */
  from: z.string().nullable(),
});
export type PortalStart = z.infer<typeof portalStart>;

/** A portal as it was proven when a request came from it; nobody who asks can change any of it. */
export const portalProof = z.object({
  /** Of the portal for good, whatever it is called. */
  memberId: z.string(),
  domain: z.string(),
  /** Null where the portal did not say. */
  kind: z.enum(['cloud', 'box']).nullable(),
  /** Edition of Bitrix24 as the portal names it. */
  license: z.string().nullable(),
  /** Of the app that runs there. */
  version: z.string(),
  /** Whether the app was installed there, as the OAuth server said. */
  installed: z.boolean(),
  /** When the request came; absent where there was nothing to say of it. */
  payment: portalPayment.optional(),
});
export type PortalProof = z.infer<typeof portalProof>;

/** How a page proves its person again before its hour is over. */
export const portalRenewal = z.strictObject({
  domain: z
    .string()
    .regex(/^[a-z0-9.-]{4,253}(?::\d{1,5})?$/)
    .meta({ example: 'romashka.bitrix24.ru' }),
  memberId: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .meta({ example: '035cb78ff4ca2653aa35b82538ba6ea5' }),
  accessToken: z
    .string()
    .regex(/^[\x21-\x7e]{8,512}$/)
    .meta({ example: '5cf4550c4aa2d5006cbecbd4a2106c05' }),
});

/** The new bearer, in place of the one before. */
export const portalSession = z.object({
  secret: z.string().meta({ example: 'b24_5cf4550c4aa2d5006cbecbd4a2106c05' }),
  expiresAt: z.iso.datetime(),
  isAdmin: z.boolean().nullable(),
});
export type PortalSession = z.infer<typeof portalSession>;
