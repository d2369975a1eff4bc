import { pageTexts, type PageTexts } from '#server/demo/portal/pages/page-texts.ts';
import type { Person, VirtualPortal } from '#server/demo/portal/virtual-portal.ts';
import type { World } from '#server/demo/portal/world.ts';

/** What every page of a portal is made from. */
export interface PageContext {
  readonly world: World;
  readonly portal: VirtualPortal;
  /** Who is signed in. */
  readonly person: Person;
  readonly url: URL;
  readonly texts: PageTexts;
}

const cookieName = 'PORTAL_PERSON';

/** Whoever signed in at this portal; its first person where nobody did. */
export function pageContext(world: World, portal: VirtualPortal, request: Request): PageContext {
  const id = new RegExp(`${cookieName}=(\\d+)`).exec(request.headers.get('cookie') ?? '')?.[1];
  const people = [...portal.people.values()].filter(({ active }) => active);
  const person = people.find((one) => String(one.id) === id) ?? people[0];
  if (!person) throw new RangeError('a portal without people');
  return { world, portal, person, url: new URL(request.url), texts: pageTexts[portal.language] };
}

/** The header that signs a person in at the portal's own host. */
export const signedInAs = (userId: string): string =>
  `${cookieName}=${userId.replace(/\D/g, '')}; Path=/; SameSite=Lax; HttpOnly`;

export const fullName = ({ name, lastName }: Person): string => `${name} ${lastName}`.trim();
