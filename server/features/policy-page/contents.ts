import { html } from 'hono/html';
import type { PageWords } from '#server/features/policy-page/page-words.ts';
import type { Html } from '#server/features/policy-page/parts.ts';

/** Sections in their order; each has an id and a title of the catalog. */
export const sectionIds = [
  'hours',
  'promises',
  'requests',
  'scope',
  'plans',
  'channels',
  'course',
  'editions',
  'clauses',
] as const;
export type SectionId = (typeof sectionIds)[number];

/** What stands on the page, one line. */
export const contents = ({ say }: PageWords, shown: readonly SectionId[]): Html =>
  html`<nav class="contents" aria-label="${say('page.contents')}">
    <ul>
      ${shown.map((id) => html`<li><a href="#${id}">${say(`${id}.title`)}</a></li>`)}
    </ul>
  </nav>`;
