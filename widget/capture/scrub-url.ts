/**
 * An address without what may be secret: credentials, query and hash go. Empty for anything that is
 * not a web page.
 */
export function scrubUrl(address: string): string {
  try {
    const { protocol, origin, pathname } = new URL(address);
    return protocol === 'https:' || protocol === 'http:'
      ? `${origin}${pathname}`.slice(0, 2000)
      : '';
  } catch {
    return '';
  }
}
