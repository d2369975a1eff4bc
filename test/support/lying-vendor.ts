import { createHash } from 'node:crypto';
import { CompactSign, exportJWK, generateKeyPair } from 'jose';
import type { ServiceStatement, SignedStatement } from '#shared/wire/statement.ts';
import type { VendorKeyList } from '#shared/wire/vendor-keys.ts';
import { chainHashes } from '#server/features/statements/chain-hashes.ts';
import { statementDigest } from '#server/features/statements/make-statement.ts';
import { attainmentOf } from '#server/policy/statement/attainment.ts';
import { livesOf } from '#server/policy/statement/logged-life.ts';
import { ticketLines } from '#server/policy/statement/ticket-lines.ts';

type LogPart = NonNullable<ServiceStatement['log']>;

/** A vendor that signs whatever it likes, without a server or a database. */
export async function lyingVendor() {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', {
    crv: 'Ed25519',
    extractable: true,
  });
  const { x = '' } = await exportJWK(publicKey);
  const key = { kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA', use: 'sig', kid: 'k', x } as const;
  const sign = (kind: 'receipt' | 'statement', text: string): Promise<string> =>
    new CompactSign(new TextEncoder().encode(text))
      .setProtectedHeader({ alg: 'EdDSA', kid: 'k', typ: `reglament-${kind}` })
      .sign(privateKey);
  return {
    keys: [key] satisfies VendorKeyList['keys'],
    sign,
    signed: async (statement: ServiceStatement): Promise<SignedStatement> => ({
      statement,
      signed: await sign('statement', statementDigest(statement)),
    }),
  };
}

/** A log of some events, chained from its beginning. */
export function logOf(events: LogPart['events']): LogPart {
  const log = { from: 1, before: '0'.repeat(64), events, head: '' };
  return { ...log, head: chainHashes(log).get(events.length) ?? '' };
}

/** What stands for an event of which the body is not told: its mark as the database makes it, and its digest. */
export function asDigest(body: string, ticket: string, before: string) {
  const mark = sha256(Buffer.concat([Buffer.from(before, 'hex'), Buffer.from(ticket)]));
  return { mark: mark.toString('hex'), digest: sha256(body).toString('hex') };
}

/** The same statement with the lines and counts that its own log gives, as a careful liar makes it. */
export function consistent(statement: ServiceStatement): ServiceStatement {
  const period = { from: Date.parse(statement.from), until: Date.parse(statement.until) };
  const tickets = [...livesOf(statement.log)].flatMap(([id, life]) => {
    const lines = ticketLines(life, period, () => '3.1');
    return lines ? [{ id, number: id.toUpperCase(), edition: 'e', ...lines }] : [];
  });
  return counted({ ...statement, tickets });
}

/** The same statement with the counts of its lines. */
export const counted = (statement: ServiceStatement): ServiceStatement => ({
  ...statement,
  attainment: attainmentOf(statement.tickets.flatMap(({ promises }) => promises)),
});

const sha256 = (of: string | Uint8Array): Buffer => createHash('sha256').update(of).digest();
