import { html } from 'hono/html';
import type { CurrentNews } from '#shared/wire/announcements.ts';
import { channelsSection } from '#server/features/policy-page/channels-section.ts';
import { clausesSection } from '#server/features/policy-page/clauses-section.ts';
import { contents, type SectionId, sectionIds } from '#server/features/policy-page/contents.ts';
import { courseSection } from '#server/features/policy-page/course-section.ts';
import { editionLine } from '#server/features/policy-page/edition-names.ts';
import { editionNotice } from '#server/features/policy-page/edition-notice.ts';
import { editionsSection } from '#server/features/policy-page/editions-section.ts';
import { newsNotices } from '#server/features/policy-page/news-notices.ts';
import { hoursSection } from '#server/features/policy-page/hours-section.ts';
import { liveState } from '#server/features/policy-page/live-state.ts';
import { pageFrame } from '#server/features/policy-page/page-frame.ts';
import type { PageWords } from '#server/features/policy-page/page-words.ts';
import type { Html } from '#server/features/policy-page/parts.ts';
import { plansSection } from '#server/features/policy-page/plans-section.ts';
import { promisesSection } from '#server/features/policy-page/promises-section.ts';
import { requestsSection } from '#server/features/policy-page/requests-section.ts';
import { scopeSection } from '#server/features/policy-page/scope-section.ts';
import type { EditionStanding } from '#server/features/policies/policy-registry.ts';

/** What the page is drawn from. */
export interface PolicyPageFacts {
  /** The edition that is shown. */
  readonly shown: EditionStanding;
  /** All editions of the vendor, the newest first. */
  readonly standings: readonly EditionStanding[];
  /** Epoch milliseconds. */
  readonly now: number;
  /** What everybody is told of now, unasked. */
  readonly news: readonly CurrentNews[];
  /** Address of the vendor's page without its language. */
  readonly address: string;
}

/** The regulation for everybody to read. */
export function policyPage(words: PageWords, facts: PolicyPageFacts): Html {
  const { shown, standings, now, news, address } = facts;
  const { policy } = shown;
  const { pack } = policy;
  const { locale, say } = words;
  const name = pack.name[locale];
  const title = pack.title[locale];
  const sections: Readonly<Record<SectionId, Html | undefined>> = {
    hours: hoursSection(words, policy, now),
    promises: promisesSection(words, pack),
    requests: requestsSection(words, pack),
    scope: scopeSection(words, pack),
    plans: plansSection(words, pack),
    channels: channelsSection(words, pack),
    course: courseSection(words, pack),
    editions: editionsSection(words, pack, standings),
    clauses: clausesSection(words, pack),
  };
  const present = sectionIds.filter((id) => sections[id]);
  const frame = {
    title: `${title} — ${name}`,
    description: say('page.description', { vendor: name }),
    address,
    links: feedLinks(address, title, locale),
    name: html`<strong>${name}</strong> ${say('page.support')}`,
    action: html`<a class="button" href="#channels">${say('page.write')}</a>`,
  };
  return pageFrame(
    words,
    frame,
    html`<h1>${title}</h1>
      <p class="edition">${editionLine(words, pack)}.</p>
      ${editionNotice(words, shown, standings)} ${newsNotices(words, pack, news)}
      ${shown.inForce ? liveState(words, policy, now) : ''} ${contents(words, present)}
      ${present.map((id) => sections[id])}
      <p class="aside" id="own">${say('own.note')}</p>`,
  );
}

const feedLinks = (address: string, title: string, locale: string): Html =>
  html`<link
      rel="alternate"
      type="application/atom+xml"
      title="${title}"
      href="${address}/feed.atom?lang=${locale}"
    />
    <link
      rel="alternate"
      type="application/feed+json"
      title="${title}"
      href="${address}/feed.json?lang=${locale}"
    />`;
