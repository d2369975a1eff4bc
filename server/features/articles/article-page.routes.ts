import { Hono } from 'hono';
import { html } from 'hono/html';
import type { Deps } from '#server/deps.ts';
import { articleHref } from '#server/features/articles/article-href.ts';
import { articleHtml } from '#server/features/articles/article-html.ts';
import { readArticle } from '#server/features/articles/read-article.ts';
import { pageFrame } from '#server/features/policy-page/page-frame.ts';
import { pageHeaders } from '#server/features/policy-page/page-headers.ts';
import { localeOf } from '#server/features/policy-page/page-locale.ts';
import { pageWords } from '#server/features/policy-page/page-words.ts';
import { problemResponse } from '#server/http/problem-reply.ts';

/** Pages of public articles: for anybody, without cookies and without scripts. Others are read in the product. */
export function articlePageRoutes(deps: Pick<Deps, 'db' | 'policies' | 'now' | 'publicUrl'>): Hono {
  return new Hono().get('/articles/:vendor/:slug', async (c) => {
    const { vendor, slug } = c.req.param();
    const pack = deps.policies.inForce(vendor, deps.now())?.pack;
    if (!pack) return problemResponse({ code: 'request.not_found' });
    const locale = localeOf(c, pack);
    const read = await readArticle(deps, vendor, slug, { locale, readable: ['public'] });
    if (!read.ok) return problemResponse(read.failure);
    const { title, summary, blocks, publishedAt } = read.value;
    const words = pageWords(locale);
    const name = pack.name[locale];
    pageHeaders(c, read.value.locale, Date.parse(publishedAt));
    const frame = {
      title: `${title} — ${name}`,
      description: summary || title,
      address: articleHref(deps, vendor, slug),
      name: html`<strong>${name}</strong> ${words.say('page.support')}`,
      action: html`<a class="button" href="/policy/${vendor}#channels"
        >${words.say('page.write')}</a
      >`,
    };
    return c.html(
      pageFrame(
        words,
        frame,
        html`<article lang="${read.value.locale}">
          <h1>${title}</h1>
          ${summary ? html`<p class="edition">${summary}</p>` : ''} ${articleHtml(blocks)}
        </article>`,
      ),
    );
  });
}
