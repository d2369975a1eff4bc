import { guestId, type PageState } from './page-state.ts';
import type { Text } from './text.ts';

/** Somebody the page can be used as, as the demo server lists them. */
export interface PagePerson {
  readonly id: string;
  readonly name: string;
  readonly role: Text;
}

/** Empty where no demo server answers: the page then shows a guest. */
export async function readPeople(vendor: string): Promise<readonly PagePerson[]> {
  try {
    const reply = await fetch(`/demo/people?${new URLSearchParams({ vendor })}`);
    if (!reply.ok) return [];
    const body: { readonly people: readonly PagePerson[] } = await reply.json();
    return body.people;
  } catch {
    return [];
  }
}

/** People whose organisation owns the page: a region's portal is not opened by a citizen. */
const pagePersons: Readonly<Record<string, string>> = {
  'crm/moidokumenty': 'oleg',
  'portal/moidokumenty': 'oleg',
  'portal/jokercrm': 'alla',
};

/** Who works on this page where the address names nobody; undefined is the vendor's first person. */
export const pagePerson = ({ page, vendor }: PageState): string | undefined =>
  pagePersons[`${page}/${vendor}`];

/** The asked person, else the first one; undefined is a guest. */
export function choosePerson(
  people: readonly PagePerson[],
  personId: string | undefined,
): PagePerson | undefined {
  if (personId === guestId) return undefined;
  return people.find(({ id }) => id === personId) ?? people[0];
}

/**
 * A fresh token from the vendor's own backend, which the demo server plays.
 *
 * @throws Error when it does not answer; the widget then stays without a proven person
 */
export async function hostToken(vendor: string, personId: string): Promise<string> {
  const query = new URLSearchParams({ vendor, person: personId });
  const reply = await fetch(`/demo/identity?${query}`);
  if (!reply.ok) throw new Error(`identity answered ${reply.status}`);
  const body: { readonly token: string } = await reply.json();
  return body.token;
}
