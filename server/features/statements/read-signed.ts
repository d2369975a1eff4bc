import { compactVerify, importJWK } from 'jose';
import type { VendorKeyList } from '#shared/wire/vendor-keys.ts';

/** Public keys of a vendor, those that are retired among them. */
export type VendorKeys = VendorKeyList['keys'];

/** Undefined where no key of the vendor has signed it, or as something else. */
export async function readSigned(
  signed: string,
  keys: VendorKeys,
  kind: 'receipt' | 'statement',
): Promise<string | undefined> {
  try {
    const { payload, protectedHeader } = await compactVerify(
      signed,
      ({ kid }) => {
        const jwk = keys.find((key) => key.kid === kid);
        if (!jwk) throw new Error('signed with a key that is not known');
        return importJWK({ ...jwk }, 'EdDSA');
      },
      { algorithms: ['EdDSA'] },
    );
    return protectedHeader.typ === `reglament-${kind}`
      ? new TextDecoder().decode(payload)
      : undefined;
  } catch {
    return undefined;
  }
}
