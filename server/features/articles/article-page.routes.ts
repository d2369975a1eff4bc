import { Hono } from 'hono';
import { html } from 'hono/html';
import { articleVisibilities } from '#shared/wire/articles.ts';
import type { Deps } from '#server/deps.ts';
import { articleHref } from '#server/features/articles/article-href.ts';
import { opensArticle } from '#server/features/articles/article-link.ts';
import { articleHtml } from '#server/features/articles/article-html.ts';
import { readArticle } from '#server/features/articles/read-article.ts';
import { pageFrame } from '#server/features/policy-page/page-frame.ts';
import { pageHeaders } from '#server/features/policy-page/page-headers.ts';
import { localeOf } from '#server/features/policy-page/page-locale.ts';
import { pageWords } from '#server/features/policy-page/page-words.ts';
import { problemResponse } from '#server/http/problem-reply.ts';

/**
 * Pages of articles without cookies and scripts: public ones for anybody, others for whom a letter gave a key.
 * One that is for others looks like one that there is not, and the page says how those get in who may.
 */
export function articlePageRoutes(
  deps: Pick<Deps, 'db' | 'policies' | 'now' | 'publicUrl' | 'secretBox'>,
): Hono {
  return new Hono().get('/articles/:vendor/:slug', async (c) => {
    const { vendor, slug } = c.req.param();
    const pack = deps.policies.inForce(vendor, deps.now())?.pack;
    if (!pack) return problemResponse({ code: 'request.not_found' });
    const locale = localeOf(c, pack);
    const key = c.req.query('key');
    const keyed = opensArticle(deps, { tenantId: vendor, slug, key });
    const readable = keyed ? articleVisibilities : (['public'] as const);
    const read = await readArticle(deps, vendor, slug, { locale, readable });
    if (read.ok && read.value.slug !== slug && !keyed) {
      // an address may come back to life, so nobody keeps this for good
      c.header('cache-control', 'no-cache');
      return c.redirect(`${read.value.href}${new URL(c.req.url).search}`, 308);
    }
    const words = pageWords(locale);
    const name = pack.name[locale];
    const shown = read.ok
      ? { ...read.value, body: articleHtml(read.value.blocks) }
      : {
          title: words.say('article.closed'),
          summary: '',
          locale,
          body: html`<p>${words.say('article.howToRead', { name })}</p>`,
        };
    pageHeaders(c, shown.locale, read.ok ? Date.parse(read.value.publishedAt) : deps.now());
    if (key !== undefined || !read.ok) {
      c.header('cache-control', 'no-store');
      c.header('referrer-policy', 'no-referrer');
      c.header('x-robots-tag', 'noindex');
    }
    const frame = {
      title: `${shown.title} — ${name}`,
      description: shown.summary || shown.title,
      address: articleHref(deps, vendor, slug),
      ...(keyed ? { kept: `&key=${key}` } : {}),
      name: html`<strong>${name}</strong> ${words.say('page.support')}`,
      action: html`<a class="button" href="/policy/${vendor}#channels"
        >${words.say('page.write')}</a
      >`,
    };
    return c.html(
      pageFrame(
        words,
        frame,
        html`<article lang="${shown.locale}">
          <h1>${shown.title}</h1>
          ${shown.summary ? html`<p class="edition">${shown.summary}</p>` : ''} ${shown.body}
        </article>`,
      ),
      read.ok ? 200 : 404,
    );
  });
}
