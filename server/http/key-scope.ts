import type { ApiScope } from '#shared/api-scopes.ts';

/** Areas of a desk by how paths below `/v1/desk/vendors/:vendor` begin; what is not here takes no key. */
const areas = {
  tickets: [
    'tickets',
    'message-search',
    'queue',
    'attachments',
    'follow-ups',
    'appeals',
    'silence',
    'feedback',
    'interactions',
    'orders',
  ],
  customers: ['organisations', 'contracts', 'plan-tasks', 'requesters'],
  articles: ['article-tasks', 'articles', 'known-problems', 'releases', 'advisories'],
  announcements: ['announcements', 'survey-waves', 'survey-comments'],
  watch: ['checks', 'alerts'],
  desk: ['agents', 'on-call', 'outbox', 'reports', 'statements'],
  webhooks: ['webhooks'],
} as const;
type Area = keyof typeof areas;

const areaOf: ReadonlyMap<string, Area> = new Map(
  Object.entries(areas).flatMap(([area, parts]) => parts.map((part) => [part, area as Area])),
);

/** What only a person may see: data that opens a customer's systems. */
const forPeople = /\/access-grants\/[^/]+\/reveal$/;

/** What gives or takes the words of tickets, wherever its path begins. */
const ofTickets = /^\/requesters\/[^/]+\/(export|erase)$/;

/**
 * The scopes that a call of the desk takes from a key, all of them; undefined where no key opens it.
 *
 * @param path behind the vendor, with its first slash
 */
export function scopesOf(method: string, path: string): readonly ApiScope[] | undefined {
  if (forPeople.test(path)) return undefined;
  const area = areaOf.get(path.split('/')[1] ?? '');
  if (!area) return undefined;
  const act = method.toUpperCase() === 'GET' ? 'read' : 'write';
  return ofTickets.test(path) ? [`${area}:${act}`, `tickets:${act}`] : [`${area}:${act}`];
}
