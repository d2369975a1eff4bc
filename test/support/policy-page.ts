import { Hono } from 'hono';
import { editionFeedRoutes } from '#server/features/policy-page/edition-feed.routes.ts';
import { policyPageRoutes } from '#server/features/policy-page/policy-page.routes.ts';
import { securityTxtRoutes } from '#server/features/policy-page/security-txt.routes.ts';
import { policyRegistry } from '#server/features/policies/policy-registry.ts';
import type { Publications } from '#server/features/policies/publications.ts';
import type { Policy } from '#server/policy/packs.ts';
import { packFiles, policyOf } from '#test/support/policies.ts';

export const publicUrl = 'https://help.example';

/** Vendors whose packs are shipped. */
export const vendors = [...new Set(packFiles.map((name) => name.split('.')[0] ?? ''))];

/** The page's routes alone, over given policies and a clock that stands still. */
export function policyPages(
  policies: readonly Policy[] = vendors.map(policyOf),
  at = '2026-11-22T13:20:00Z',
  publications: Publications = new Map(),
): Hono {
  const deps = {
    policies: policyRegistry(policies, publications),
    now: () => Date.parse(at),
    publicUrl,
  };
  return new Hono()
    .route('/', editionFeedRoutes(deps))
    .route('/', securityTxtRoutes(deps))
    .route('/', policyPageRoutes(deps));
}

/** A page's document. @throws when it is not answered with 200 */
export async function pageOf(app: Hono, path: string): Promise<string> {
  const answer = await app.request(path);
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
  return answer.text();
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};
const plain = (text: string) =>
  text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity);

/** What a reader sees of a document: its text in one line, a space where an element ends. */
export function readText(html: string): string {
  const body = html.slice(html.indexOf('<body'));
  return plain(body.replace(/<wbr[^>]*>/g, '').replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .replace(/ ([.,;])/g, '$1');
}

/** Values of an attribute, in the order of the document. */
export const attributes = (html: string, element: string, name: string): string[] =>
  [...html.matchAll(new RegExp(`<${element}\\b[^>]*?\\s${name}="([^"]*)"`, 'g'))].map(([, value]) =>
    plain(value ?? ''),
  );

/** The section with this id, as markup. */
export function sectionOf(html: string, id: string): string {
  const start = html.indexOf(`<section id="${id}"`);
  return start < 0 ? '' : html.slice(start, html.indexOf('</section>', start));
}
