import { demoBar } from './demo-bar.ts';
import type { Child } from './el.ts';
import { readPageState, type PageName } from './page-state.ts';
import { choosePerson, pagePerson, readPeople, type PagePerson } from './people.ts';
import { translator, type PageLocale, type Translate } from './text.ts';
import type { Vendor } from './vendor.ts';
import { insertWidget } from './widget-tag.ts';

/** What a page needs to draw itself once. */
export interface PageView {
  readonly vendor: Vendor;
  readonly locale: PageLocale;
  readonly t: Translate;
  /** Undefined is a guest. */
  readonly person: PagePerson | undefined;
}

/** Reads the address, draws the page under the demo strip and inserts the widget. */
export async function startPage(
  page: PageName,
  draw: (view: PageView) => { readonly title: string; readonly parts: readonly Child[] },
): Promise<void> {
  const dark = window.matchMedia('(prefers-color-scheme: dark)').matches;
  const state = readPageState(page, location.search, dark ? 'dark' : 'light');
  document.documentElement.lang = state.locale;
  document.documentElement.dataset['theme'] = state.theme;
  document.documentElement.dataset['vendor'] = state.vendor;

  const people = await readPeople(state.vendor);
  const person = choosePerson(people, state.personId ?? pagePerson(state));
  const { vendor, locale } = state;
  const { title, parts } = draw({ vendor, locale, t: translator(locale), person });
  document.title = title;
  const bar = demoBar(state, people, person, (address) => location.assign(address));
  document.body.replaceChildren(bar, ...parts.filter((part) => part !== undefined));
  for (const current of document.querySelectorAll('[aria-current]')) {
    current.scrollIntoView({ block: 'nearest', inline: 'center' });
  }
  insertWidget(state, person);
}
