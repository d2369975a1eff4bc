import type { Deps } from '#server/deps.ts';

/** Where readers find an article. */
export const articleHref = (
  { publicUrl }: Pick<Deps, 'publicUrl'>,
  tenantId: string,
  slug: string,
): string => `${publicUrl}/articles/${tenantId}/${slug}`;
