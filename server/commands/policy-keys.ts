import { ambiguities } from '#server/policy/lint/ambiguities.ts';

/** Ambiguities that the linter finds in what a pack says, not in what it leaves out. */
const foundInContent = [
  ['B11', 'Is an address a placeholder?', 'contact.placeholder'],
  ['B12', 'Is a mailbox that of a person?', 'contact.personal'],
  ['E1', 'Does the price of a year hold its discount?', 'price.discount_unstated'],
] as const;

/** `reglament policy keys`: the points at which regulations can be read in several ways, and what decides each. */
export function policyKeys(): number {
  for (const { id, question, keys, otherwise } of ambiguities) {
    const taken = otherwise === null ? 'has to be decided' : `otherwise: ${otherwise}`;
    console.log(`${id.padEnd(4)} ${question}\n     ${keys.join(', ')}\n     ${taken}`);
  }
  for (const [id, question, code] of foundInContent) {
    console.log(`${id.padEnd(4)} ${question}\n     the linter says ${code}`);
  }
  return 0;
}
