import { keepNewest, type World } from '#server/demo/portal/world.ts';
import { parseQuery } from '#server/demo/portal/php.ts';

/** What a request was, without the values it carried. */
export interface SeenRequest {
  readonly host: string;
  /** Of HTTP. */
  readonly method: string;
  readonly path: string;
  /** Names of whatever it carried in its query and its body, on the outer level, sorted. */
  readonly names: readonly string[];
  /** Whether the secret of any app stood in its address, its headers or its body. */
  readonly hasSecret: boolean;
}

/** Remembers a request, so that a test can prove where a secret went. */
export function rememberRequest(world: World, request: Request, body: string): void {
  const url = new URL(request.url);
  const carried = [request.url, ...request.headers.values(), body];
  const secrets = [...world.apps.values()].map(({ clientSecret }) => clientSecret);
  const names = [...namesIn(url.search.slice(1)), ...bodyNames(request, body)];
  keepNewest(world.requests, {
    host: url.host,
    method: request.method,
    path: url.pathname,
    names: [...new Set(names)].toSorted(),
    hasSecret:
      names.includes('client_secret') ||
      secrets.some((secret) => carried.some((text) => decoded(text).includes(secret))),
  });
}

const namesIn = (query: string) => Object.keys(parseQuery(query));

function bodyNames(request: Request, body: string): readonly string[] {
  if (!(request.headers.get('content-type') ?? '').includes('json')) return namesIn(body);
  try {
    const read = JSON.parse(body) as unknown;
    return typeof read === 'object' && read !== null ? Object.keys(read) : [];
  } catch {
    return [];
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
