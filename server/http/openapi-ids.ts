/** The part of an id behind its prefix. */
const tail = '01kbd5n2v07m3qx9h4t8w6r1ce';

/** The id of a thing, by what the path or the field around it calls the thing. */
export const idsOf: Readonly<Record<string, string>> = {
  ...prefixed(
    'tck',
    'tickets',
    'ticket',
    'mergedInto',
    'mergedHere',
    'goesOnIn',
    'newestOthers',
    'queue',
    'arrivals',
  ),
  ...prefixed('msg', 'messages', 'message'),
  ...prefixed('att', 'attachments', 'files', 'uploads'),
  ...prefixed('rqr', 'requesters', 'requester', 'contacts'),
  ...prefixed('org', 'organisations', 'organisation'),
  ...prefixed('shf', 'on-call', 'shifts'),
  ...prefixed('int', 'interactions', 'interaction'),
  ...prefixed('tim', 'time', 'entries', 'entry'),
  ...prefixed('ord', 'orders', 'order'),
  ...prefixed('acc', 'access-requests', 'access-grants', 'grants', 'grant'),
  ...prefixed('gst', 'guests', 'guest'),
  ...prefixed('mtg', 'meetings', 'meeting'),
  ...prefixed('atk', 'article-tasks'),
  ...prefixed('art', 'articles'),
  ...prefixed('chk', 'checks', 'check'),
  ...prefixed('prb', 'looks', 'portal-looks'),
  ...prefixed('ann', 'announcements', 'news'),
  ...prefixed('svy', 'feedback', 'survey-comments', 'comments'),
  ...prefixed('wav', 'survey-waves'),
  ...prefixed('key', 'api-keys'),
  ...prefixed('whk', 'webhooks'),
  ...prefixed('rel', 'releases'),
  ...prefixed('kpr', 'known-problems', 'known-problem', 'problems'),
  ...prefixed('adv', 'advisories'),
  portals: '035cb78ff4ca2653aa35b82538ba6ea5',
  agent: 'demo',
  agents: 'demo',
  assignee: 'demo',
  owner: 'demo',
  now: 'demo',
  to: 'demo',
  targets: 'bugs',
  category: 'error',
  categories: 'error',
  choices: 'yes',
  fields: 'page',
  answers: 'page',
  reasons: 'not_official',
  causes: 'configuration',
  ends: 'answered',
  conditions: 'backups',
  timezone: 'Asia/Tashkent',
  edition: 'undated-2026-08-20',
  editions: 'undated-2026-08-20',
  plans: 'standard',
  tasks: 'regional-database',
  items: 'regional-database',
};

function prefixed(prefix: string, ...things: readonly string[]): Record<string, string> {
  return Object.fromEntries(things.map((thing) => [thing, `${prefix}_${tail}`]));
}

/** What is called by its id alone, by the name of the field that holds it. */
const holders: Readonly<Record<string, string>> = {
  organisationId: 'organisations',
  orderId: 'orders',
  requesterId: 'requesters',
  requester: 'requesters',
  ticketId: 'tickets',
  messageId: 'messages',
  knownProblem: 'known-problems',
  problem: 'known-problems',
  problems: 'known-problems',
  fixes: 'known-problems',
  incident: 'tickets',
  wave: 'survey-waves',
  survey: 'feedback',
  grant: 'access-grants',
  guest: 'guests',
  meeting: 'meetings',
  entry: 'time',
  ticket: 'tickets',
};

/**
 * The id that stands in an example, or undefined where a field holds none.
 *
 * @param owner the field or the part of the path around it
 */
export const idFor = (owner: string, name: string): string | undefined =>
  idsOf[name === 'id' ? owner : (holders[name] ?? '')];
