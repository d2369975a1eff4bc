import { mainProduct } from '#shared/wire/releases.ts';

/**
 * Which product something is about: the one that was named, where the registry knows it; else the vendor's
 * only one, or its main one.
 *
 * @param named null where nobody has named one
 * @param products those that the registry knows
 */
export function productOf(named: string | null, products: readonly string[]): string {
  if (named !== null && products.includes(named)) return named;
  const [only] = products;
  return products.length === 1 && only !== undefined ? only : mainProduct;
}
