import { and, desc, eq, isNotNull, lt } from 'drizzle-orm';
import { Hono, type Context } from 'hono';
import type { Deps } from '#server/deps.ts';
import { advisories } from '#server/features/advisories/advisories.table.ts';
import { advisoryHref } from '#server/features/advisories/advisory-href.ts';
import { advisoriesPage, advisoryPage } from '#server/features/advisories/advisory-pages.ts';
import { pageHeaders } from '#server/features/policy-page/page-headers.ts';
import { localeOf } from '#server/features/policy-page/page-locale.ts';
import { pageWords } from '#server/features/policy-page/page-words.ts';
import { pageOf } from '#server/http/page.ts';
import { problemResponse } from '#server/http/problem-reply.ts';

const shownRows = 100;

/** Published vulnerabilities of each vendor: for anybody, without cookies and without scripts. */
export function advisoryPageRoutes(
  deps: Pick<Deps, 'db' | 'policies' | 'now' | 'publicUrl'>,
): Hono {
  const published = (vendor: string) =>
    and(eq(advisories.tenantId, vendor), isNotNull(advisories.publishedAt));
  const sceneOf = (c: Context, vendor: string, id?: string) => {
    const pack = deps.policies.inForce(vendor, deps.now())?.pack;
    return (
      pack && {
        pack,
        words: pageWords(localeOf(c, pack)),
        address: advisoryHref(deps, vendor, id),
      }
    );
  };
  return new Hono()
    .get('/advisories/:vendor', async (c) => {
      const { vendor } = c.req.param();
      const after = c.req.query('after');
      const scene = sceneOf(c, vendor);
      if (!scene) return problemResponse({ code: 'request.not_found' });
      const found = await deps.db
        .select()
        .from(advisories)
        .where(and(published(vendor), after === undefined ? undefined : lt(advisories.id, after)))
        .orderBy(desc(advisories.id))
        .limit(shownRows + 1);
      pageHeaders(c, scene.words.locale, deps.now());
      return c.html(
        advisoriesPage(
          scene,
          pageOf(found, shownRows, ({ id }) => id),
        ),
      );
    })
    .get('/advisories/:vendor/:id', async (c) => {
      const { vendor, id } = c.req.param();
      const scene = sceneOf(c, vendor, id);
      const [found] = scene
        ? await deps.db
            .select()
            .from(advisories)
            .where(and(published(vendor), eq(advisories.id, id)))
        : [];
      if (!scene || !found?.publishedAt) return problemResponse({ code: 'request.not_found' });
      pageHeaders(c, scene.words.locale, found.publishedAt.getTime());
      return c.html(advisoryPage(scene, found));
    });
}
