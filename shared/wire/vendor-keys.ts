import { z } from 'zod';

/** Public keys of a vendor, a JSON Web Key Set (RFC 7517). */
export const vendorKeyList = z.object({
  keys: z.array(
    z.object({
      kty: z.literal('OKP'),
      crv: z.literal('Ed25519'),
      alg: z.literal('EdDSA'),
      use: z.literal('sig'),
      kid: z.string(),
      /** The public half, base64url. */
      x: z.string(),
      retiredAt: z.iso.datetime().nullish().meta({
        description:
          'From then on it only verifies: two minutes after another one began to sign. Null for that one.',
      }),
    }),
  ),
});
export type VendorKeyList = z.infer<typeof vendorKeyList>;
