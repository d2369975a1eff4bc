/**
 * Mail providers where anybody can open a mailbox: their domain proves nothing about an
 * organisation (B9). The large ones of the Commonwealth and of the world; read in November 2026.
 */
const publicDomains: ReadonlySet<string> = new Set([
  'aol.com',
  'bk.ru',
  'gmail.com',
  'gmx.com',
  'gmx.net',
  'googlemail.com',
  'hotmail.com',
  'icloud.com',
  'inbox.ru',
  'inbox.uz',
  'internet.ru',
  'list.ru',
  'live.com',
  'mac.com',
  'mail.com',
  'mail.ru',
  'mail.uz',
  'me.com',
  'msn.com',
  'narod.ru',
  'outlook.com',
  'pochta.ru',
  'proton.me',
  'protonmail.com',
  'rambler.ru',
  'umail.uz',
  'vk.com',
  'xmail.ru',
  'ya.ru',
  'yahoo.com',
  'yandex.by',
  'yandex.com',
  'yandex.kz',
  'yandex.ru',
  'yandex.uz',
  'zoho.com',
]);

/** Whether a domain, in ASCII, belongs to a provider where anybody can open a mailbox. */
export const isPublicMailDomain = (domain: string): boolean =>
  publicDomains.has(domain.toLowerCase());

/** The part after the last @, lower case; undefined where there is none. */
export function mailDomain(address: string): string | undefined {
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1).toLowerCase();
  return at > 0 && domain !== '' ? domain : undefined;
}
