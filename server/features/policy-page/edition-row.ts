import { html } from 'hono/html';
import { readDay } from '#server/features/policy-page/edition-names.ts';
import { openableAddress } from '#server/features/policy-page/address.ts';
import { fullDate, type PageWords } from '#server/features/policy-page/page-words.ts';
import { folded, type Html } from '#server/features/policy-page/parts.ts';
import type { EditionStanding } from '#server/features/policies/policy-registry.ts';
import { diffEditions } from '#server/policy/edition/edition-diff.ts';
import type { Policy } from '#server/policy/packs.ts';

/** One edition with how it stands and what it says otherwise than the one before it. */
export function editionRow(
  words: PageWords,
  standing: EditionStanding,
  before: Policy | undefined,
): Html {
  const { locale, say } = words;
  const { pack } = standing.policy;
  const read = readDay(pack);
  const date = pack.editionDate ? fullDate(words, pack.editionDate) : say('editions.undated');
  const sentences = [
    stateOf(words, standing),
    ...(read ? [say('editions.readOn', { date: fullDate(words, read) })] : []),
    ...published(words, standing),
  ];
  return html`<li>
    <strong
      ><a href="/policy/${pack.vendor}/${pack.edition}?lang=${locale}"
        ><data value="${pack.edition}">${date}</data></a
      ></strong
    >
    <span>${sentences.join(' ')}</span>
    <a href="${openableAddress(pack.links.text)}">${say('editions.text')}</a>
    ${before ? changes(words, before, standing.policy) : ''}
  </li>`;
}

function stateOf(words: PageWords, { inForce, effect }: EditionStanding): string {
  const { say } = words;
  if (effect.state === 'not_published' && !inForce) return say('editions.waiting');
  if (effect.state === 'later' && !inForce) {
    return say('editions.coming', { date: fullDate(words, effect.from) });
  }
  return say(inForce ? 'editions.current' : 'editions.past');
}

function published(words: PageWords, { publication }: EditionStanding): string[] {
  if (!publication) return [];
  const date = fullDate(words, publication.publishedAt.toISOString().slice(0, 10));
  return [words.say('editions.published', { date })];
}

function changes({ locale, say }: PageWords, before: Policy, { pack }: Policy): Html {
  const sentences = diffEditions(before.pack, pack).map((change) => change.sentence(locale));
  const body =
    sentences.length === 0
      ? html`<p class="aside">${say('editions.noChanges')}</p>`
      : html`<ul class="lines">
          ${sentences.map((sentence) => html`<li>${sentence}</li>`)}
        </ul>`;
  return html`<div class="changes">${folded(say('editions.changes'), body)}</div>`;
}
