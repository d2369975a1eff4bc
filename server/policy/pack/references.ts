import { bridgeOf } from './official-channels.ts';
import type { PolicyPack } from '#server/policy/pack.ts';
import { planOf } from '#server/policy/decision/plans.ts';
import { citedClauses } from './cited-clauses.ts';
import { pointerOf } from './pointer.ts';

/** What can be wrong with a file before any rule of it is run. */
const problemKinds = [
  'schema.invalid',
  'rule.without_clause',
  'name.unknown',
  'name.twice',
  'part.missing',
] as const;

/** One thing an author has to mend: where in the file, and what about it. */
export interface PackProblem {
  readonly code: (typeof problemKinds)[number];
  /** JSON pointer into the file: `/intake/fields/3/categories`. */
  readonly at: string;
  readonly problem: string;
}

type Names = ReadonlySet<string>;
type Parts = readonly PropertyKey[];
type Named = readonly { readonly id: string }[];

/** Names inside the pack that lead nowhere, or stand twice. */
export function brokenReferences(pack: PolicyPack): PackProblem[] {
  return [
    ...clauseReferences(pack),
    ...intakeReferences(pack),
    ...scopeReferences(pack),
    ...planReferences(pack),
    ...neededParts(pack),
    ...caseReferences(pack),
  ];
}

function clauseReferences(pack: PolicyPack): PackProblem[] {
  const clauses = new Set(Object.keys(pack.clauses));
  return citedClauses(pack)
    .filter(({ clause }) => !clauses.has(clause))
    .map(({ at, clause }) => ({
      code: 'rule.without_clause',
      at,
      problem: `no clause is named "${clause}"`,
    }));
}

function intakeReferences(pack: PolicyPack): PackProblem[] {
  const { intake, scope, requesters, guarantee } = pack;
  const categories = idsOf(intake.categories);
  const fields = idsOf(intake.fields);
  const people = idsOf(requesters.categories);
  const reasons = new Set(scope.out.map(({ reason }) => reason));
  const { severity } = intake;
  const choices = intake.fields.find(({ id }) => id === severity?.field)?.choices ?? [];
  return [
    ...twice(['intake', 'categories'], intake.categories),
    ...twice(['intake', 'fields'], intake.fields),
    ...twice(['requesters', 'categories'], requesters.categories),
    ...intake.categories.flatMap(({ out }, i) =>
      unknown(['intake', 'categories', i, 'out'], 'reason', listOf(out), reasons),
    ),
    ...intake.fields.flatMap((field, i) => {
      const at = ['intake', 'fields', i];
      const of = Object.keys(field.byRequester);
      return [
        ...unknown([...at, 'categories'], 'category', field.categories ?? [], categories),
        ...unknown([...at, 'byRequester'], 'requester category', of, people),
      ];
    }),
    ...unknown(['guarantee', 'fields'], 'field', guarantee.fields, fields),
    ...conditionReferences(pack),
    ...unknown(['requesters', 'assumed'], 'requester category', listOf(requesters.assumed), people),
    ...unknown(['intake', 'severity', 'field'], 'field', listOf(severity?.field), fields),
    ...unknown(
      ['intake', 'severity', 'suggests'],
      'choice',
      Object.keys(severity?.suggests ?? {}),
      idsOf(choices),
    ),
  ];
}

/** A condition names the question that asks for it, the choices it holds by, and a right to refuse. */
function conditionReferences({ entitlement, intake, rights }: PolicyPack): PackProblem[] {
  const reasons = new Set(rights.map(({ reason }) => reason));
  return entitlement.conditions.flatMap(({ askedBy, refusal }, i) => {
    const at = ['entitlement', 'conditions', i];
    const choices = idsOf(intake.fields.find(({ id }) => id === askedBy?.field)?.choices ?? []);
    const named = askedBy ? [...askedBy.held, ...askedBy.broken] : [];
    return [
      ...unknown(
        [...at, 'askedBy', 'field'],
        'field',
        listOf(askedBy?.field),
        idsOf(intake.fields),
      ),
      ...unknown([...at, 'askedBy'], 'choice', named, choices),
      ...unknown([...at, 'refusal'], 'reason', listOf(refusal), reasons),
    ];
  });
}

function scopeReferences({ scope, intake, answers }: PolicyPack): PackProblem[] {
  const out = scope.out.map(({ reason }) => ({ id: reason }));
  const categories = idsOf(intake.categories);
  const kinds = idsOf(answers?.kinds ?? []);
  return [
    ...twice(['scope', 'out'], out),
    ...twice(['scope', 'causes'], scope.causes),
    ...scope.in.flatMap((part, i) =>
      unknown(['scope', 'in', i, 'categories'], 'category', part.categories, categories),
    ),
    ...(answers?.required ?? []).flatMap(({ cause, oneOf }, i) => {
      const at = ['answers', 'required', i];
      return [
        ...unknown([...at, 'cause'], 'cause', [cause], idsOf(scope.causes)),
        ...unknown([...at, 'oneOf'], 'answer', oneOf, kinds),
      ];
    }),
  ];
}

function planReferences(pack: PolicyPack): PackProblem[] {
  const { plans, queue, intake } = pack;
  if (plans.length === 0) return [];
  const names = idsOf(plans);
  return [
    ...twice(['plans'], plans),
    ...plans.flatMap((plan, i) =>
      unknown(['plans', i, 'extends'], 'plan', listOf(plan.extends), names),
    ),
    ...unknown(['queue', 'planWeights'], 'plan', Object.keys(queue.planWeights), names),
    ...intake.categories.flatMap(({ inBy }, i) => {
      const by = inBy.map(({ plan }) => plan);
      return [
        ...unknown(['intake', 'categories', i, 'inBy'], 'plan', by, names),
        ...inBy.flatMap(({ plan, item }, j) => {
          const at = ['intake', 'categories', i, 'inBy', j, 'item'];
          return unknown(at, 'item', listOf(item), idsOf(planOf(pack, plan)?.items ?? []));
        }),
      ];
    }),
  ];
}

/** Parts that another part cannot do without. */
function neededParts(pack: PolicyPack): PackProblem[] {
  const { widget, channels, entitlement, intake, appeal, roles } = pack;
  const routed = [entitlement.lapsed, entitlement.missing, entitlement.unknown];
  const needed: [wrong: boolean, parts: Parts, problem: string][] = [
    [
      intake.categories.every(({ out }) => out),
      ['intake', 'categories'],
      'no category is in scope',
    ],
    [
      widget.bridge !== undefined && !bridgeOf(channels, widget.bridge),
      ['widget', 'bridge'],
      'needs an official channel with a bridge',
    ],
    [
      routed.includes('contract_route') && !entitlement.contractRoute,
      ['entitlement', 'contractRoute'],
      'is needed by `contract_route`',
    ],
    ...intake.fields.map(({ choicesFrom }, i): [boolean, Parts, string] => [
      choicesFrom !== undefined && listMissing(pack, choicesFrom),
      ['intake', 'fields', i, 'choicesFrom'],
      `the pack has no ${choicesFrom}`,
    ]),
  ];
  return [
    ...needed
      .filter(([wrong]) => wrong)
      .map(([, parts, problem]) => problemAt('part.missing', parts, problem)),
    ...unknown(['appeal', 'to'], 'role', listOf(appeal?.to), idsOf(roles)),
  ];
}

function caseReferences({ cases, intake, scope, rights }: PolicyPack): PackProblem[] {
  const categories = idsOf(intake.categories);
  const fields = idsOf(intake.fields);
  const offered = new Set([...scope.out, ...rights].map(({ reason }) => reason));
  return cases.flatMap(({ given, expect }, i) => {
    const at = ['cases', i];
    return [
      ...unknown([...at, 'given', 'category'], 'category', [given.category], categories),
      ...unknown([...at, 'given', 'unanswered'], 'field', given.unanswered, fields),
      ...unknown([...at, 'expect', 'missing'], 'field', expect.missing ?? [], fields),
      ...unknown([...at, 'expect', 'rights'], 'right', expect.rights ?? [], offered),
    ];
  });
}

const listMissing = ({ products, operators }: PolicyPack, list: 'products' | 'operators') =>
  list === 'products' ? products.length === 0 : operators === null;

const problemAt = (code: PackProblem['code'], parts: Parts, problem: string): PackProblem => ({
  code,
  at: pointerOf(parts),
  problem,
});

const idsOf = (named: Named): Names => new Set(named.map(({ id }) => id));

const listOf = <Name>(name: Name | null | undefined): Name[] =>
  name === undefined || name === null ? [] : [name];

function unknown(parts: Parts, what: string, names: readonly string[], all: Names): PackProblem[] {
  return names
    .filter((name) => !all.has(name))
    .map((name) => problemAt('name.unknown', parts, `no ${what} is named "${name}"`));
}

function twice(parts: Parts, named: Named): PackProblem[] {
  const ids = named.map(({ id }) => id);
  return [...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))].map((id) =>
    problemAt('name.twice', parts, `"${id}" stands twice`),
  );
}
