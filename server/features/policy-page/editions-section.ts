import { html } from 'hono/html';
import { openableAddress } from '#server/features/policy-page/address.ts';
import { fullDate, type PageWords } from '#server/features/policy-page/page-words.ts';
import { type Html, section } from '#server/features/policy-page/parts.ts';
import type { PolicyPack } from '#server/policy/pack.ts';
import { type Policy, vendorDate } from '#server/policy/packs.ts';

/** The day on which a text without a date was read; undefined where the text has its own. */
export const readDay = ({ edition }: PolicyPack): string | undefined =>
  /^undated-(.+)$/.exec(edition)?.[1];

/** Every edition this server knows, the newest first, and where the vendor's own texts stand. */
export function editionsSection(
  words: PageWords,
  current: Policy,
  editions: readonly Policy[],
  now: number,
): Html {
  const { say } = words;
  const { pack } = current;
  return section(
    words,
    { id: 'editions', title: say('editions.title'), clauses: [pack.editionClause] },
    html`<ul class="editions">
        ${editions.map((edition) => editionRow(words, edition.pack, stateOf(words, edition, current, now)))}
      </ul>
      <p class="aside">${say('editions.rule')}</p>
      ${vendorLinks(words, pack)}`,
  );
}

function editionRow(words: PageWords, pack: PolicyPack, state: string): Html {
  const { say } = words;
  const read = readDay(pack);
  const date = pack.editionDate ? fullDate(words, pack.editionDate) : say('editions.undated');
  const readOn = read ? ` ${say('editions.readOn', { date: fullDate(words, read) })}` : '';
  return html`<li>
    <strong><data value="${pack.edition}">${date}</data></strong>
    <span>${state}${readOn}</span>
    <a href="${openableAddress(pack.links.text)}">${say('editions.text')}</a>
  </li>`;
}

function stateOf(words: PageWords, edition: Policy, current: Policy, now: number): string {
  const { validFrom } = edition.pack;
  if (validFrom !== null && validFrom > vendorDate(edition, now)) {
    return words.say('editions.coming', { date: fullDate(words, validFrom) });
  }
  return words.say(edition === current ? 'editions.current' : 'editions.past');
}

function vendorLinks({ say }: PageWords, { links }: PolicyPack): Html {
  const shown = (['site', 'contract', 'privacy'] as const).flatMap((name) => {
    const href = links[name];
    return href
      ? [html`<li><a href="${openableAddress(href)}">${say(`links.${name}`)}</a></li>`]
      : [];
  });
  return html`<ul class="vendor-links" aria-label="${say('links.title')}">
    ${shown}
  </ul>`;
}
