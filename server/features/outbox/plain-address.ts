/** Nothing that separates, quotes, groups or comments on addresses (RFC 5322 3.4) may be in one. */
const plain = /^[^\s@"'`<>()[\]\\,;:]{1,64}@[^\s@"'`<>()[\]\\,;:]{1,190}$/u;

/**
 * Whether a text is one plain address and would be read as nothing else: mail programs read lists,
 * groups and comments even where one address is expected.
 */
export const isPlainAddress = (address: string): boolean => plain.test(address);
