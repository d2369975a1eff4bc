import { html } from 'hono/html';
import { nextStepLink } from '#server/features/policy-page/next-step-link.ts';
import type { PageWords } from '#server/features/policy-page/page-words.ts';
import { clauseLink, folded, type Html } from '#server/features/policy-page/parts.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

/** What may be said once a cause is found, and why a solution may be put off; folded away. */
export function reasonLists(words: PageWords, { scope }: PolicyPack): Html {
  const { locale, say } = words;
  const causes = scope.causes.map((cause) => ({
    ...cause,
    verdict: say(cause.liable ? 'scope.liable' : 'scope.notLiable'),
  }));
  const list = (
    reasons: readonly (PolicyPack['scope']['deferReasons'][number] | (typeof causes)[number])[],
  ) =>
    html`<ul class="lines">
      ${reasons.map(
        (reason) =>
          html`<li>
            ${reason.text[locale]}
            ${'verdict' in reason ? html`<span class="aside">${reason.verdict}</span>` : ''}
            ${reason.nextStep ? nextStepLink(words, reason.nextStep) : ''}
            ${clauseLink(words, reason.clause)}
          </li>`,
      )}
    </ul>`;
  return html`${causes.length === 0 ? '' : folded(say('scope.causes'), list(causes))}
  ${scope.deferReasons.length === 0 ? '' : folded(say('scope.defer'), list(scope.deferReasons))}`;
}
