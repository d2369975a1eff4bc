import { partsIn } from '#shared/i18n/cyrillic.ts';
import { html } from 'hono/html';
import type { AdvisoryRow } from '#server/features/advisories/advisories.table.ts';
import { pageFrame } from '#server/features/policy-page/page-frame.ts';
import { fullDate, type PageWords } from '#server/features/policy-page/page-words.ts';
import type { Html } from '#server/features/policy-page/parts.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

/** Whose page is shown, in which language, at which address. */
interface AdvisoryScene {
  readonly pack: PolicyPack;
  readonly words: PageWords;
  readonly address: string;
}

/** All published vulnerabilities of a vendor, the newest first. */
export function advisoriesPage(
  scene: AdvisoryScene,
  { rows, next }: { readonly rows: readonly AdvisoryRow[]; readonly next: string | null },
): Html {
  const { words, pack } = scene;
  const { say, locale } = words;
  const { vendor } = pack;
  const line = (row: AdvisoryRow) =>
    html`<li>
      <strong
        ><a href="/advisories/${vendor}/${row.id}?lang=${locale}"
          >${partsIn(row.texts, locale).title}</a
        ></strong
      >
      <span>${affected(words, row)}</span>
      <span>${severity(words, row)}, ${publishedOn(words, row)}</span>
    </li>`;
  return framed(
    scene,
    say('advisories.title'),
    html`<h1>${say('advisories.title')}</h1>
      <p class="edition">${say('advisories.lead')}</p>
      ${
        rows.length === 0
          ? html`<p class="silent">${say('advisories.none')}</p>`
          : html`<ul class="vendors lines">
              ${rows.map(line)}
            </ul>`
      }
      ${next === null ? '' : html`<p><a href="?lang=${locale}&after=${next}">${say('advisories.older')}</a></p>`}
      ${report(scene)}`,
  );
}

/** One published vulnerability: who has it, how bad it is, what to do. */
export function advisoryPage(scene: AdvisoryScene, row: AdvisoryRow): Html {
  const { words, pack } = scene;
  const { say, locale } = words;
  const { title, text, mitigation } = partsIn(row.texts, locale);
  const fact = (name: string, value: string) =>
    html`<div>
      <dt>${name}</dt>
      <dd>${value}</dd>
    </div>`;
  return framed(
    scene,
    title,
    html`<article>
        <p class="edition">
          <a href="/advisories/${pack.vendor}?lang=${locale}">${say('advisories.title')}</a>
        </p>
        <h1>${title}</h1>
        <dl class="facts">
          ${fact(say('advisory.severity'), severity(words, row))}
          ${row.product === 'main' ? '' : fact(say('advisory.product'), row.product)}
          ${fact(say('advisory.affected'), affected(words, row))}
          ${row.fixedIn === null ? '' : fact(say('advisory.fixedIn'), row.fixedIn)}
          ${fact(say('advisory.published'), publishedOn(words, row))}
        </dl>
        ${paragraphs(text)}
        <h2>${say('advisory.cure')}</h2>
        ${row.fixedIn === null ? '' : html`<p><strong>${say('advisory.update', { version: row.fixedIn })}</strong></p>`}
        ${mitigation ? paragraphs(mitigation) : ''}
      </article>
      ${report(scene)}`,
  );
}

const framed = ({ pack, words, address }: AdvisoryScene, title: string, body: Html): Html =>
  pageFrame(
    words,
    {
      title: `${title} — ${pack.name[words.locale]}`,
      description: title,
      address,
      name: html`<strong>${pack.name[words.locale]}</strong> ${words.say('page.support')}`,
      action: html`<a class="button" href="/policy/${pack.vendor}#channels"
        >${words.say('page.write')}</a
      >`,
    },
    body,
  );

/** Where to tell of another one, where the regulation has such an address. */
const report = ({ pack, words }: AdvisoryScene): Html | string => {
  if (!pack.security) return '';
  const { contact } = pack.security;
  const shown = contact.replace(/^mailto:/, '');
  return html`<p class="silent">
    ${words.say('advisories.report')} <a href="${contact}">${shown}</a>
  </p>`;
};

/** A line between blank ones is a paragraph: no text becomes markup. */
const paragraphs = (text: string): Html[] => text.split(/\n+/).map((line) => html`<p>${line}</p>`);

const severity = ({ say }: PageWords, row: AdvisoryRow): string => say(`severity.${row.severity}`);

const publishedOn = (words: PageWords, { publishedAt }: AdvisoryRow): string =>
  publishedAt === null ? '' : fullDate(words, publishedAt.toISOString().slice(0, 10));

function affected(
  { say }: PageWords,
  { product, affectedFrom: from, fixedIn: before }: AdvisoryRow,
): string {
  const of = product === 'main' ? '' : `${product}: `;
  if (from !== null && before !== null) return of + say('affected.between', { from, before });
  if (from !== null) return of + say('affected.from', { from });
  return of + (before === null ? say('affected.all') : say('affected.before', { before }));
}
