import type { Options, PostgresType } from 'postgres';

type Address = Pick<
  Partial<Options<Record<string, PostgresType>>>,
  'path' | 'port' | 'user' | 'database'
>;

/**
 * What the driver cannot read from a connection URL itself: a socket folder, written as every
 * PostgreSQL tool writes it, `postgres://user@localhost/name?host=/folder`.
 *
 * @returns the URL without those parts, and options that stand for them
 */
export function readAddress(url: string): { readonly url: string; readonly address: Address } {
  const parsed = new URL(url);
  const folder = parsed.searchParams.get('host');
  if (!folder?.startsWith('/')) return { url, address: {} };
  const port = Number(parsed.searchParams.get('port') ?? (parsed.port || 5432));
  parsed.searchParams.delete('host');
  parsed.searchParams.delete('port');
  return { url: parsed.href, address: { path: `${folder}/.s.PGSQL.${port}`, port } };
}

/** Where a URL points, for sentences and logs: never its user or password. */
export function printableAddress(url: string): string {
  const { address } = readAddress(url);
  if (address.path) return address.path;
  const { hostname, port } = new URL(url);
  return `${hostname || 'localhost'}:${port || 5432}`;
}

/** The same server and user, another database. */
export function withDatabase(url: string, database: string): string {
  const parsed = new URL(url);
  parsed.pathname = `/${database}`;
  return parsed.href;
}
