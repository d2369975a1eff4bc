import { apiScopes, type ApiScope } from '#shared/api-scopes.ts';

type Area = ApiScope extends `${infer Name}:${string}` ? Name : never;

/**
 * What lies below `/v1/desk/vendors/:vendor`, and the areas whose scopes a call there takes, all of them: the first
 * line that fits decides. `*` is one part of a path, `**` whatever follows, or nothing. What stands in no line
 * takes no key. What shows or changes the words of customers always takes the scope of tickets.
 */
const reach: readonly (readonly [path: string, ...areas: Area[]])[] = [
  // data that opens a customer's systems: people alone
  ['/tickets/*/access-grants/*/reveal'],
  ['/tickets/**', 'tickets'],
  ['/message-search', 'tickets'],
  ['/queue', 'tickets'],
  ['/arrivals', 'tickets'],
  ['/attachments/**', 'tickets'],
  ['/follow-ups', 'tickets'],
  ['/appeals', 'tickets'],
  ['/silence', 'tickets'],
  ['/feedback/**', 'tickets'],
  ['/interactions/**', 'tickets'],
  ['/orders/**', 'tickets'],
  // the log of an organisation's tickets, by events
  ['/organisations/*/statements/*', 'statements'],
  ['/organisations/**', 'customers'],
  ['/contracts/**', 'customers'],
  ['/portals/**', 'customers'],
  ['/plan-tasks/**', 'customers'],
  // words of tickets given out or taken away
  ['/requesters/**', 'customers', 'tickets'],
  ['/article-tasks/**', 'articles'],
  ['/articles/**', 'articles'],
  ['/known-problems/**', 'articles'],
  ['/releases/**', 'releases'],
  ['/advisories/**', 'advisories'],
  ['/announcements/**', 'announcements'],
  ['/survey-waves/**', 'surveys'],
  ['/survey-comments/**', 'surveys', 'tickets'],
  ['/checks/**', 'watch'],
  ['/alerts', 'watch'],
  ['/agents', 'desk'],
  ['/on-call/**', 'desk'],
  ['/reports/**', 'desk'],
  ['/choices', 'desk'],
  // letters as they read, with their addresses
  ['/outbox/**', 'desk', 'tickets'],
  ['/webhooks/**', 'webhooks'],
  ['/vendor-portal/**', 'webhooks'],
];

const patternOf = (path: string): RegExp =>
  new RegExp(`^${path.replace('/**', '(?:/.*)?').replaceAll('/*', '/[^/]+')}$`);
const lines = reach.map(([path, ...areas]) => ({ pattern: patternOf(path), areas }));

/**
 * The scopes that a call of the desk takes from a key, all of them; undefined where no key opens it.
 *
 * @param path behind the vendor, with its first slash
 */
export function scopesOf(method: string, path: string): readonly ApiScope[] | undefined {
  const { areas = [] } = lines.find(({ pattern }) => pattern.test(path)) ?? {};
  const act = method.toUpperCase() === 'GET' ? 'read' : 'write';
  const scopes = areas.flatMap((area) => apiScopes.filter((one) => one === `${area}:${act}`));
  return areas.length > 0 && scopes.length === areas.length ? scopes : undefined;
}
