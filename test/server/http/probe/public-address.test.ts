import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPublicAddress } from '#server/http/probe/public-address.ts';

test.each([
  '8.8.8.8',
  '1.1.1.1',
  '172.15.255.255',
  '172.32.0.0',
  '100.63.255.255',
  '100.128.0.0',
  '192.167.255.255',
  '223.255.255.255',
  '2a00:1450:4001:82a::200e',
  '2606:4700::1111',
  '2001:200::1',
])('%s may be a host of the public internet', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

test.each([
  ['this network', '0.0.0.0'],
  ['private', '10.0.0.1'],
  ['private', '172.16.0.1'],
  ['private', '172.31.255.255'],
  ['private', '192.168.1.1'],
  ['carrier NAT and a metadata service', '100.100.100.200'],
  ['loopback', '127.0.0.1'],
  ['loopback', '127.255.255.254'],
  ['link-local and metadata', '169.254.169.254'],
  ["a cloud's own host", '168.63.129.16'],
  ['protocol assignments', '192.0.0.8'],
  ['documentation', '192.0.2.1'],
  ['benchmarks', '198.19.255.255'],
  ['multicast', '224.0.0.1'],
  ['reserved', '240.0.0.1'],
  ['broadcast', '255.255.255.255'],
  ['unspecified', '::'],
  ['loopback', '::1'],
  ['mapped loopback', '::ffff:127.0.0.1'],
  ['mapped metadata', '::ffff:a9fe:a9fe'],
  ['mapped public', '::ffff:8.8.8.8'],
  ['translated', '64:ff9b::7f00:1'],
  ['Teredo', '2001:0:7f00:1::1'],
  ['6to4 of loopback', '2002:7f00:1::1'],
  ['documentation', '2001:db8::1'],
  ['documentation', '3fff::1'],
  ['unique local', 'fd00:ec2::254'],
  ['link-local', 'fe80::1'],
  ['link-local with a zone', 'fe80::1%eth0'],
  ['public with a zone', '2606:4700::1111%eth0'],
  ['site-local', 'fec0::1'],
  ['multicast', 'ff02::1'],
  ['no address', 'example.org'],
  ['short form', '127.1'],
  ['empty', ''],
])('%s is refused: %s', (_what, address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test('no IPv4 address is public in any of its IPv6 clothes', () => {
  fc.assert(
    fc.property(fc.ipV4(), (v4) => {
      const [a = 0, b = 0, c = 0, d = 0] = v4.split('.').map(Number);
      const high = ((a << 8) | b).toString(16);
      const low = ((c << 8) | d).toString(16);
      const clothes = [
        `::ffff:${v4}`,
        `::${high}:${low}`,
        `::ffff:0:${v4}`,
        `64:ff9b::${v4}`,
        `2002:${high}:${low}::1`,
      ];

      return clothes.every((address) => !isPublicAddress(address));
    }),
  );
});
