/** The address of what a vendor keeps. Values that are undefined are left out of the query. */
export function vendorPath(
  vendor: string,
  rest: string,
  query: Readonly<Record<string, string | undefined>> = {},
): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => !!entry[1]);
  const asked = new URLSearchParams(given).toString();
  return `/v1/desk/vendors/${encodeURIComponent(vendor)}${rest}${asked ? `?${asked}` : ''}`;
}
