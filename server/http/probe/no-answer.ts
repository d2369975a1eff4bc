import type { UnreachableReason } from '#server/http/probe/probe-finding.ts';

/**
 * Codes of Node and OpenSSL for what is told apart. A server that leaves out the intermediate certificates looks
 * like one whose authority nobody knows, but for the code: there is none but the leaf to be verified.
 *
 * @see https://nodejs.org/api/tls.html#x509-certificate-error-codes
 */
const reasons: Readonly<Record<string, UnreachableReason>> = {
  ECONNREFUSED: 'closed',
  ETIMEDOUT: 'deadline',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'chain',
  UNABLE_TO_GET_ISSUER_CERT: 'issuer',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'issuer',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'issuer',
  SELF_SIGNED_CERT_IN_CHAIN: 'issuer',
  CERT_HAS_EXPIRED: 'expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'other_name',
};
const tlsFault = /^(ERR_TLS|ERR_SSL|CERT_|DEPTH_|SELF_SIGNED|UNABLE_TO_|EPROTO|HOSTNAME_MISMATCH)/;

/** Why a call of an address got no answer, by what it failed with. */
export function noAnswer(error: unknown): UnreachableReason {
  const code = error instanceof Error ? String((error as NodeJS.ErrnoException).code ?? '') : '';
  return reasons[code] ?? (tlsFault.test(code) ? 'tls' : 'connection');
}
