import {
  createHash,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  sign,
  type KeyObject,
} from 'node:crypto';

/** What a TLS server shows; without `chain` it leaves out who stands between it and the root. */
export interface LocalCertificate {
  readonly key: string;
  readonly cert: string;
  readonly chain: string;
  /** By which Chromium can be told to trust it: SHA-256 of its public key, base64. */
  readonly spki: string;
}

/** An authority made for one run of tests, which nothing but them trusts. */
export interface LocalCa {
  /** The root, as PEM. */
  readonly root: string;
  issue(hosts: readonly string[]): LocalCertificate;
  /** An authority below this one. */
  below(name: string): LocalCa;
}

const dayMs = 86_400_000;
const ecdsaSha256 = '1.2.840.10045.4.3.2';

/**
 * @param now epoch milliseconds; certificates are good from a day before to a month after
 */
export function localCa(now: number = Date.now()): LocalCa {
  const { privateKey } = newKey();
  const root = certificate({
    subject: 'Reglament test root',
    issuer: 'Reglament test root',
    key: privateKey,
    signer: privateKey,
    extensions: authority,
    now,
  });
  return caOf('Reglament test root', privateKey, pem(root), '', now);
}

function caOf(name: string, signer: KeyObject, root: string, chain: string, now: number): LocalCa {
  return {
    root,
    issue: (hosts) => {
      const { privateKey } = newKey();
      const [subject = ''] = hosts;
      const cert = certificate({
        subject,
        issuer: name,
        key: privateKey,
        signer,
        extensions: serverFor(hosts),
        now,
      });
      return {
        key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
        cert: pem(cert),
        chain: pem(cert) + chain,
        spki: createHash('sha256').update(spkiOf(privateKey)).digest('base64'),
      };
    },
    below: (subject) => {
      const { privateKey } = newKey();
      const cert = certificate({
        subject,
        issuer: name,
        key: privateKey,
        signer,
        extensions: authority,
        now,
      });
      return caOf(subject, privateKey, root, pem(cert) + chain, now);
    },
  };
}

const newKey = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });
const spkiOf = (key: KeyObject): Buffer =>
  createPublicKey(key).export({ type: 'spki', format: 'der' });

function pem(der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

/** One value of DER: its tag, its length, its content. */
function tlv(tag: number, ...content: readonly Buffer[]): Buffer {
  const body = Buffer.concat(content);
  const { length } = body;
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), body]);
}

const sequence = (...content: readonly Buffer[]) => tlv(0x30, ...content);
const octets = (content: Buffer) => tlv(0x04, content);
const bits = (content: Buffer, unused = 0) => tlv(0x03, Buffer.from([unused]), content);
const yes = tlv(0x01, Buffer.from([0xff]));

function objectId(text: string): Buffer {
  const [first = 0, second = 0, ...rest] = text.split('.').map(Number);
  const bytes = [first * 40 + second];
  for (const part of rest) {
    const groups = [part & 0x7f];
    for (let left = part >> 7; left > 0; left >>= 7) groups.unshift((left & 0x7f) | 0x80);
    bytes.push(...groups);
  }
  return tlv(0x06, Buffer.from(bytes));
}

const nameOf = (text: string) =>
  sequence(tlv(0x31, sequence(objectId('2.5.4.3'), tlv(0x0c, Buffer.from(text)))));

const time = (at: number) =>
  tlv(0x17, Buffer.from(`${new Date(at).toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`));

const extension = (id: string, critical: boolean, value: Buffer) =>
  sequence(objectId(id), ...(critical ? [yes] : []), octets(value));

/** May sign certificates. */
const authority = [
  extension('2.5.29.19', true, sequence(yes)),
  extension('2.5.29.15', true, bits(Buffer.from([0x06]), 1)),
];

const serverFor = (hosts: readonly string[]) => [
  extension('2.5.29.19', true, sequence()),
  extension('2.5.29.15', true, bits(Buffer.from([0x80]), 7)),
  extension('2.5.29.37', false, sequence(objectId('1.3.6.1.5.5.7.3.1'))),
  extension('2.5.29.17', false, sequence(...hosts.map((host) => tlv(0x82, Buffer.from(host))))),
];

interface Wanted {
  readonly subject: string;
  readonly issuer: string;
  readonly key: KeyObject;
  readonly signer: KeyObject;
  readonly extensions: readonly Buffer[];
  readonly now: number;
}

function certificate({ subject, issuer, key, signer, extensions, now }: Wanted): Buffer {
  const algorithm = sequence(objectId(ecdsaSha256));
  // a leading 0x01 keeps the number positive and its length fixed
  const serial = tlv(0x02, Buffer.from([0x01]), randomBytes(15));
  const body = sequence(
    tlv(0xa0, tlv(0x02, Buffer.from([2]))),
    serial,
    algorithm,
    nameOf(issuer),
    sequence(time(now - dayMs), time(now + 30 * dayMs)),
    nameOf(subject),
    spkiOf(key),
    tlv(0xa3, sequence(...extensions)),
  );
  return sequence(body, algorithm, bits(sign('sha256', body, signer)));
}
