import { expect, test } from 'vitest';
import { visitOnce } from '#server/http/probe/visit-once.ts';

const innerHosts = ['crm.lan', 'crm.lan:8443', 'crm.vendor.example', '10.0.0.5'];

test.each([
  ['its own name', 'crm.lan', ['10.0.0.5'], true],
  ['its own name with its port', 'crm.lan:8443', ['192.168.1.1'], true],
  ['a name of the internet that leads inside', 'crm.vendor.example', ['fd00::5'], true],
  ['its bare address', '10.0.0.5', [], true],
  ['the same name at another port', 'crm.lan:9443', ['10.0.0.5'], false],
  ['another name of that network', 'wiki.lan', ['10.0.0.5'], false],
  ['a name below it', 'a.crm.lan', ['10.0.0.5'], false],
  ['its name, leading to this machine', 'crm.lan', ['127.0.0.1'], false],
  ['its name, leading to the secrets of a cloud', 'crm.lan', ['169.254.169.254'], false],
  ['its name, leading there by one of two', 'crm.lan', ['10.0.0.5', '168.63.129.16'], false],
])(
  'of a private network one host is allowed, exactly as it is written: %s',
  async (_what, host, addresses, isAsked) => {
    const asked: string[] = [];
    const parts = {
      ports: [443, 8443, 9443],
      resolve: async () => addresses,
      ask: async (_target: unknown, address: string) => {
        asked.push(address);
        return { status: 200, location: undefined };
      },
    };
    const url = `https://${host}/rest/1/secret/profile`;
    const { signal } = new AbortController();
    const allowed = await visitOnce({ ...parts, innerHosts }, url, signal);
    const answered = asked.length;
    const refused = await visitOnce(parts, url, signal);

    expect('outcome' in allowed ? allowed.outcome : 'asked').toBe(isAsked ? 'asked' : 'refused');
    expect(answered).toBe(isAsked ? 1 : 0);
    expect(refused).toEqual({ outcome: 'refused', reason: 'private_address' });
    expect(asked).toHaveLength(answered);
  },
);
