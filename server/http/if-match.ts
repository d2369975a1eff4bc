import { z } from '@hono/zod-openapi';

/** The version that the caller saw, of whatever is changed. */
export const ifMatch = z.object({
  'if-match': z
    .string()
    .regex(/^"\d{1,9}"$/)
    .optional()
    .meta({ description: 'Version that was seen; another one is answered as changed.' }),
});

/** Undefined where the caller changes whatever is there. */
export const expectedVersion = (header: z.infer<typeof ifMatch>): number | undefined => {
  const match = header['if-match'];
  return match === undefined ? undefined : Number(match.slice(1, -1));
};

/** The header that says which version of a thing an answer shows. */
export const tagOf = ({ version }: { readonly version: number }) => ({ etag: `"${version}"` });
