import { randomUUID } from 'node:crypto';
import type { TestServer } from '#test/support/server.ts';

/** Calls of a desk as a program makes them: with a key and nothing else. */
export function machineApi(server: TestServer, key: string, vendor = 'modme') {
  const at = (path: string) => `${server.url}/v1/desk/vendors/${vendor}${path}`;
  const headers = { authorization: `Bearer ${key}` };
  return {
    get: (path: string) => fetch(at(path), { headers }),
    delete: (path: string) => fetch(at(path), { method: 'DELETE', headers }),
    post: (path: string, body: unknown) =>
      fetch(at(path), {
        method: 'POST',
        headers: {
          ...headers,
          'content-type': 'application/json',
          'idempotency-key': randomUUID(),
        },
        body: JSON.stringify(body),
      }),
  };
}
