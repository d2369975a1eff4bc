import { domainToASCII, domainToUnicode } from 'node:url';

/**
 * An address that every program can open: an international domain becomes its ASCII form, in pages
 * and letters alike. A call stays as it is.
 *
 * @throws TypeError when a web address does not parse
 */
export function openableAddress(href: string): string {
  const letter = /^mailto:([^@?]*)@([^?]*)(.*)$/s.exec(href);
  if (letter) {
    const [, mailbox = '', domain = '', rest = ''] = letter;
    return `mailto:${mailbox}@${domainToASCII(domain) || domain}${rest}`;
  }
  return /^https?:/.test(href) ? new URL(href).href : href;
}

/** The site as a person reads it: its domain in its own letters. @throws TypeError when it does not parse */
export const readableSite = (href: string): string => domainToUnicode(new URL(href).hostname);
