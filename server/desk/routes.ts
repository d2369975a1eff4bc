import { sectionIds, type SectionId } from '#desk/sections/section-ids.ts';

/** Where the page is, as the address after `#` says it. */
export type Route =
  | { readonly page: 'home' }
  | {
      readonly page: 'queue';
      readonly vendor: string;
      readonly ticketId?: string;
      readonly file?: string;
    }
  | { readonly page: 'outbox'; readonly vendor: string }
  | {
      readonly page: 'section';
      readonly vendor: string;
      readonly section: SectionId;
      /** What of the section is open. */
      readonly item?: string;
    };

const word = /^[\w-]{1,80}$/;

/** `#/modme/tck_1`, `#/modme/tck_1/att_1`, `#/modme`, `#/modme/outbox`, `#/modme/articles/art_1`; anything else is home. */
export function parseRoute(hash: string): Route {
  const [vendor, rest, item, ...more] = hash.replace(/^#\/?/, '').split('/');
  if (!vendor || !word.test(vendor) || more.length > 0) return { page: 'home' };
  if (!rest) return { page: 'queue', vendor };
  const section = sectionIds.find((id) => id === rest);
  if (section) {
    return { page: 'section', vendor, section, ...(item && word.test(item) ? { item } : {}) };
  }
  if (rest === 'outbox') return item === undefined ? { page: 'outbox', vendor } : { page: 'home' };
  if (item !== undefined && !word.test(item)) return { page: 'home' };
  return word.test(rest)
    ? { page: 'queue', vendor, ticketId: rest, ...(item !== undefined && { file: item }) }
    : { page: 'queue', vendor };
}

export const queueHref = (vendor: string) => `#/${vendor}`;
export const ticketHref = (vendor: string, ticketId: string) => `#/${vendor}/${ticketId}`;
export const sectionHref = (vendor: string, section: SectionId, item?: string) =>
  `#/${vendor}/${section}${item === undefined ? '' : `/${item}`}`;
export const outboxHref = (vendor: string) => `#/${vendor}/outbox`;

/** The one-time sign-in token of `/desk#token=…`, or undefined where the address carries none. */
export function signInToken(hash: string): string | undefined {
  return new URLSearchParams(hash.replace(/^#/, '')).get('token') ?? undefined;
}
