import type { SayVersions } from '#desk/sections/versions/version-words.ts';

interface Affected {
  readonly product: string;
  readonly affectedFrom: string | null;
  readonly fixedIn: string | null;
}

/** Which versions have it. */
export function affectedVersions(
  say: SayVersions,
  { product, affectedFrom, fixedIn }: Affected,
): string {
  const of = product === 'main' ? '' : `${product}: `;
  if (affectedFrom !== null && fixedIn !== null)
    return of + say('affected.between', { from: affectedFrom, before: fixedIn });
  if (affectedFrom !== null) return of + say('affected.from', { from: affectedFrom });
  return (
    of + (fixedIn === null ? say('affected.all') : say('affected.before', { before: fixedIn }))
  );
}
