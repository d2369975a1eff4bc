import type { PolicyPack } from '#server/policy/pack.ts';

/** The same pack with the choices of each field written out where a list of the pack holds them. */
export function withChoices(pack: PolicyPack): PolicyPack {
  const lists = { products: pack.products, operators: pack.operators?.list ?? [] };
  const fields = pack.intake.fields.map((field) =>
    field.choicesFrom
      ? { ...field, choices: lists[field.choicesFrom].map(({ id, label }) => ({ id, label })) }
      : field,
  );
  return { ...pack, intake: { ...pack.intake, fields } };
}
