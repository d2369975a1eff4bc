import { mainProduct } from '#shared/wire/releases.ts';

/**
 * Versions of a registry among which those of a product are looked for: where the registry knows the
 * product, its own; else all, those of the main product first.
 *
 * @param product as a page named it; null where it named none
 */
export function versionsOf<Known extends { readonly product: string }>(
  registry: readonly Known[],
  product: string | null,
): readonly Known[] {
  const own = registry.filter((one) => one.product === product);
  if (own.length > 0) return own;
  const isMain = (one: Known) => one.product === mainProduct;
  return [...registry.filter(isMain), ...registry.filter((one) => !isMain(one))];
}
