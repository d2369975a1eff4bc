/** Pages of the portal that an app may open. */
const openable = [
  /^\/company\/personal\/user\/\d+\/$/,
  /^\/crm\/(deal|lead|contact|company)\/details\/\d+\/$/,
  /^\/workgroups\/group\/\d+\/$/,
  /^\/company\/personal\/user\/\d+\/tasks\/task\/view\/\d+\/$/,
  /^\/marketplace\/(view\/[\w.]+\/)?$/,
];

/** The path as the portal opens it, its dots resolved; undefined where an app may not go. */
export function openablePath(path: string): string | undefined {
  if (!path.startsWith('/') || path.startsWith('//')) return undefined;
  const { pathname, search } = new URL(path, 'https://portal.invalid');
  return openable.some((page) => page.test(pathname)) ? pathname + search : undefined;
}
