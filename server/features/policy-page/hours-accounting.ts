import { html } from 'hono/html';
import type { PageWords } from '#server/features/policy-page/page-words.ts';
import { clauseLink, folded, type Html } from '#server/features/policy-page/parts.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

/** How the hours of a plan are kept, where the text is silent about it; folded away. */
export function hoursAccounting(words: PageWords, { hours }: PolicyPack): Html | '' {
  if (!hours) return '';
  const { say } = words;
  const minutes = say('target.minute', { count: hours.quantumMinutes });
  const sentences = [
    say(hours.rounding === 'up' ? 'plans.roundedUp' : 'plans.quantum', { minutes }),
    say(`plans.carryOver.${hours.carryOver}`),
    say(`plans.ownErrors.${hours.ownErrors}`),
    say('plans.warnAt', { percent: hours.warnAtPercent }),
    say(`plans.overage.${hours.overage}`),
    say(`plans.month.${hours.month}`),
  ];
  return folded(
    say('plans.accounting'),
    html`<p>${sentences.join(' ')} ${clauseLink(words, hours.clause)}</p>
      <p class="aside"><a class="own" href="#own">${say('own.label')}</a></p>`,
  );
}
