import { html } from 'hono/html';
import { pageFrame } from '#server/features/policy-page/page-frame.ts';
import type { PageWords } from '#server/features/policy-page/page-words.ts';
import type { Html } from '#server/features/policy-page/parts.ts';
import type { Policy } from '#server/policy/packs.ts';
import { hoursView } from '#server/policy/widget/widget-hours.ts';

/** Every vendor of this server, with whether it is open. @param now epoch milliseconds */
export function indexPage(
  words: PageWords,
  { policies, now, address }: { policies: readonly Policy[]; now: number; address: string },
): Html {
  const { locale, say } = words;
  const title = say('index.title');
  const state = (policy: Policy) => {
    const { hours } = hoursView(policy, now);
    if (!hours) return html`<span class="unstated">${say('live.hoursNotStated')}</span>`;
    return say(hours.openNow ? 'live.open' : 'live.closed');
  };
  return pageFrame(
    words,
    { title, description: title, address, name: say('page.support') },
    html`<h1>${title}</h1>
      <ul class="vendors lines">
        ${policies.map(
          (policy) =>
            html`<li>
              <strong
                ><a href="/policy/${policy.pack.vendor}?lang=${locale}"
                  >${policy.pack.name[locale]}</a
                ></strong
              >
              <span>${policy.pack.product[locale]}</span>
              <span class="aside">${state(policy)}</span>
            </li>`,
        )}
      </ul>`,
  );
}
