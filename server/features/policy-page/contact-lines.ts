import { html } from 'hono/html';
import { openableAddress } from '#server/features/policy-page/address.ts';
import type { PageWords } from '#server/features/policy-page/page-words.ts';
import { clauseLink, type Html } from '#server/features/policy-page/parts.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

/** Addresses of the vendor that are no channel, and the roles that answer for support. */
export function contactLines(words: PageWords, { contacts, roles }: PolicyPack): Html {
  const { locale, say } = words;
  const linked = (text: string, href: string | undefined) =>
    href ? html`<a href="${openableAddress(href)}">${text}</a>` : text;
  const addresses = contacts.map(
    ({ label, value, href, clause }) =>
      html`<li>
        <span class="subject">${label[locale]}:</span> ${linked(value[locale], href)}
        ${clauseLink(words, clause)}
      </li>`,
  );
  const people = roles.map(
    ({ name, href, clause }) =>
      html`<li>${linked(name[locale], href)} ${clauseLink(words, clause)}</li>`,
  );
  const list = (title: string, lines: readonly Html[]) =>
    lines.length === 0
      ? ''
      : html`<h3>${title}</h3>
          <ul class="lines">
            ${lines}
          </ul>`;
  return html`${list(say('channels.contacts'), addresses)} ${list(say('channels.roles'), people)}`;
}
