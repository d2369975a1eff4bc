import { html } from 'hono/html';
import { dateText, dayOf } from '#server/policy/time/local-date.ts';
import { fullDate, type PageWords } from '#server/features/policy-page/page-words.ts';
import type { Html } from '#server/features/policy-page/parts.ts';
import type { EditionStanding } from '#server/features/policies/policy-registry.ts';

/**
 * On the page of an edition that is not in force: since when not, or from when; nothing on the page
 * of the one that is.
 *
 * @param standings of the vendor, the newest first
 */
export function editionNotice(
  words: PageWords,
  shown: EditionStanding,
  standings: readonly EditionStanding[],
): Html | '' {
  if (shown.inForce) return '';
  const { pack } = shown.policy;
  return html`<p class="notice" role="note">
    ${sentence(words, shown, standings)}
    <a href="/policy/${pack.vendor}?lang=${words.locale}">${words.say('page.toCurrent')}</a>
  </p>`;
}

function sentence(
  words: PageWords,
  shown: EditionStanding,
  standings: readonly EditionStanding[],
): string {
  const { say } = words;
  const { effect } = shown;
  if (effect.state === 'not_published') return say('page.waiting');
  if (effect.state === 'later') return say('page.coming', { date: fullDate(words, effect.from) });
  const next = standings.slice(0, standings.indexOf(shown)).findLast((one) => isIn(one));
  const from = next?.effect.state === 'in_force' ? next.effect.from : null;
  return from === null
    ? say('page.oldUndated')
    : say('page.old', { date: fullDate(words, dateText(dayOf(from) - 1)) });
}

const isIn = ({ effect }: EditionStanding): boolean => effect.state === 'in_force';
