import { html } from 'hono/html';
import { openableAddress, readableSite } from '#server/features/policy-page/address.ts';
import { editionRow } from '#server/features/policy-page/edition-row.ts';
import type { PageWords } from '#server/features/policy-page/page-words.ts';
import { clauseLink, type Html, section } from '#server/features/policy-page/parts.ts';
import type { EditionStanding } from '#server/features/policies/policy-registry.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

/**
 * Every edition this server knows with what each changed, how changes are made known, and where the
 * vendor's own texts stand.
 *
 * @param standings of the vendor, the newest first
 */
export function editionsSection(
  words: PageWords,
  pack: PolicyPack,
  standings: readonly EditionStanding[],
): Html {
  const { say } = words;
  const { changes, open, readerChecks, annexTo } = pack.publication;
  const stated = [changes, open, readerChecks, annexTo].flatMap((part) => part?.clause ?? []);
  return section(
    words,
    { id: 'editions', title: say('editions.title'), clauses: [pack.editionClause, ...stated] },
    html`<ul class="editions">
        ${standings.map((standing, index) =>
          editionRow(words, standing, standings[index + 1]?.policy),
        )}
      </ul>
      <p class="aside">${say('editions.rule')} ${publication(words, pack)}</p>
      ${feeds(words, pack)} ${vendorLinks(words, pack)}`,
  );
}

/** How the text says it is made known and changed. */
function publication(words: PageWords, { publication: rule }: PolicyPack): Html[] {
  const { say } = words;
  const { changes, open, readerChecks } = rule;
  const by = (sentence: string, clause: string) => html`${sentence} ${clauseLink(words, clause)} `;
  const days = say('target.day', { count: changes?.daysBefore ?? 0 });
  return [
    ...(open ? [by(say('editions.open'), open.clause)] : []),
    ...(changes
      ? [
          by(
            changes.notice === 'published' && changes.daysBefore > 0
              ? say('editions.notice.daysBefore', { days })
              : say(`editions.notice.${changes.notice}`),
            changes.clause,
          ),
        ]
      : []),
    ...(readerChecks ? [by(say('editions.readerChecks'), readerChecks.clause)] : []),
  ];
}

const feeds = ({ locale, say }: PageWords, { vendor }: PolicyPack): Html =>
  html`<p class="feeds">
    ${say('editions.follow')} <a href="/policy/${vendor}/feed.atom?lang=${locale}">Atom</a>,
    <a href="/policy/${vendor}/feed.json?lang=${locale}">JSON Feed</a>
  </p>`;

function vendorLinks({ say }: PageWords, { links, publication: { address } }: PolicyPack): Html {
  const shown = (['site', 'contract', 'privacy'] as const).flatMap((name) => {
    const href = links[name];
    return href
      ? [html`<li><a href="${openableAddress(href)}">${say(`links.${name}`)}</a></li>`]
      : [];
  });
  const privacy = say('links.notStated', { name: say('links.privacy') });
  return html`<ul class="vendor-links" aria-label="${say('links.title')}">
    ${shown} ${links.privacy ? '' : html`<li class="unstated">${privacy}</li>`}
    <li>
      ${say('links.published')}: <a href="${openableAddress(address)}">${readableSite(address)}</a>
    </li>
  </ul>`;
}
