/** What a key of the API may be allowed: to read an area of the desk, or to change it. */
export const apiScopes = [
  'tickets:read',
  'tickets:write',
  'customers:read',
  'customers:write',
  'articles:read',
  'articles:write',
  'announcements:read',
  'announcements:write',
  'watch:read',
  'watch:write',
  'desk:read',
  'desk:write',
  'webhooks:read',
  'webhooks:write',
] as const;
export type ApiScope = (typeof apiScopes)[number];
