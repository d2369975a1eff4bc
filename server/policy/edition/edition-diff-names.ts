import { type LocalText } from '#shared/wire/decision.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

/** What a pack calls its own things, list by list. */
export type PackNames = Readonly<Record<string, ReadonlyMap<string, LocalText>>>;

/** Those of two editions. */
export interface BothNames {
  readonly older: PackNames;
  readonly newer: PackNames;
}

/** Names by which keys of a pack refer to its own lists: `inBy.plan` to plans, `appeal.to` to roles. */
export function namesOf(pack: PolicyPack): PackNames {
  const { intake, requesters, scope, answers, plans, operators } = pack;
  const label = <Item extends { readonly id: string }>(
    items: readonly Item[],
    name: (item: Item) => LocalText,
  ) => new Map(items.map((item) => [item.id, name(item)]));

  const categories = label(intake.categories, (one) => one.label);
  const fields = label(intake.fields, (one) => one.label);
  const people = label(requesters.categories, (one) => one.label);
  const roles = label(pack.roles, (one) => one.name);
  const byPlan = label(plans, (one) => one.name);
  const why = new Map([...scope.deferReasons, ...scope.out].map((one) => [one.reason, one.text]));
  const choices = intake.fields.find(({ id }) => id === intake.severity?.field)?.choices ?? [];
  return {
    categories,
    fields,
    field: fields,
    byRequester: people,
    assumed: people,
    to: roles,
    team: roles,
    plan: byPlan,
    extends: byPlan,
    planWeights: byPlan,
    item: label(
      plans.flatMap(({ items }) => items),
      (one) => one.text,
    ),
    out: why,
    reason: why,
    cause: label(scope.causes, (one) => one.text),
    oneOf: label(answers?.kinds ?? [], (one) => one.text),
    suggests: label(choices, (one) => one.label),
    operators: label(operators?.list ?? [], (one) => one.label),
  };
}
