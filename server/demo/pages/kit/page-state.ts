import { pageLocales, type PageLocale } from './text.ts';
import { vendors, type Vendor } from './vendor.ts';

export type PageName = 'crm' | 'mobile' | 'portal';
export type Theme = 'light' | 'dark';

/** What the query string says: `?vendor=modme&lang=uz&person=dilnoza&theme=dark`. */
export interface PageState {
  readonly page: PageName;
  readonly vendor: Vendor;
  readonly locale: PageLocale;
  /** Undefined is the vendor's first person; `guest` is nobody. */
  readonly personId: string | undefined;
  readonly theme: Theme;
}

export const guestId = 'guest';

const firstVendors: Readonly<Record<PageName, Vendor>> = {
  crm: 'modme',
  mobile: 'moidokumenty',
  portal: 'didox24',
};

/** Unknown values fall back to the page's own defaults, so that every address shows a page. */
export function readPageState(page: PageName, query: string, systemTheme: Theme): PageState {
  const asked = new URLSearchParams(query);
  const theme = asked.get('theme');
  return {
    page,
    vendor: vendors.find((vendor) => vendor === asked.get('vendor')) ?? firstVendors[page],
    locale: pageLocales.find((locale) => locale === asked.get('lang')) ?? 'ru',
    personId: asked.get('person') ?? undefined,
    theme: theme === 'dark' || theme === 'light' ? theme : systemTheme,
  };
}

/** Address of the same page in another state. */
export function pageAddress(state: PageState): string {
  const query = new URLSearchParams({ vendor: state.vendor, lang: state.locale });
  if (state.personId) query.set('person', state.personId);
  query.set('theme', state.theme);
  return `/demo/${state.page}?${query}`;
}
