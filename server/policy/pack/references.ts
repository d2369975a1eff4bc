import { bridgeOf } from '#server/policy/bridge-link.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

/** One thing an author has to mend: where in the file, and what about it. */
export interface PackProblem {
  /** Dot path into the file: `intake.fields.3.categories`. */
  readonly path: string;
  readonly problem: string;
}

/** Every clause that some part of the pack cites, wherever it stands. */
export function citedClauses(pack: PolicyPack): { path: string; clause: string }[] {
  const cited: { path: string; clause: string }[] = [];
  const visit = (value: unknown, path: string) => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, part] of Object.entries(value)) {
      const at = path ? `${path}.${key}` : key;
      if (/^(clause|\w+Clause)$/.test(key) && typeof part === 'string') {
        cited.push({ path: at, clause: part });
      } else if (key === 'clauses' && Array.isArray(part)) {
        for (const [i, clause] of part.entries()) cited.push({ path: `${at}.${i}`, clause });
      } else visit(part, at);
    }
  };
  const { clauses: _sentences, ...rest } = pack;
  visit(rest, '');
  return cited;
}

/** Names inside the pack that lead nowhere, or stand twice. */
export function brokenReferences(pack: PolicyPack): PackProblem[] {
  const { intake, scope, requesters, widget, entitlement, channels } = pack;
  const problems: PackProblem[] = [];
  const known = (
    path: string,
    what: string,
    names: readonly string[],
    all: ReadonlySet<string>,
  ) => {
    for (const name of names) {
      if (!all.has(name)) problems.push({ path, problem: `no ${what} is named "${name}"` });
    }
  };
  const unique = (path: string, names: readonly string[]) => {
    for (const name of new Set(names.filter((name, i) => names.indexOf(name) !== i))) {
      problems.push({ path, problem: `"${name}" stands twice` });
    }
    return new Set(names);
  };

  const clauses = new Set(Object.keys(pack.clauses));
  for (const { path, clause } of citedClauses(pack)) known(path, 'clause', [clause], clauses);

  const categories = unique(
    'intake.categories',
    intake.categories.map(({ id }) => id),
  );
  const fields = unique(
    'intake.fields',
    intake.fields.map(({ id }) => id),
  );
  const reasons = unique(
    'scope.out',
    scope.out.map(({ reason }) => reason),
  );
  const people = unique(
    'requesters.categories',
    requesters.categories.map(({ id }) => id),
  );
  if (intake.categories.every(({ out }) => out)) {
    problems.push({ path: 'intake.categories', problem: 'no category is in scope' });
  }
  for (const [i, { out }] of intake.categories.entries()) {
    if (out) known(`intake.categories.${i}.out`, 'reason', [out], reasons);
  }
  for (const [i, field] of intake.fields.entries()) {
    const path = `intake.fields.${i}`;
    known(`${path}.categories`, 'category', field.categories ?? [], categories);
    known(`${path}.byRequester`, 'requester category', Object.keys(field.byRequester), people);
  }
  known('guarantee.fields', 'field', pack.guarantee.fields, fields);
  known(
    'requesters.assumed',
    'requester category',
    requesters.assumed ? [requesters.assumed] : [],
    people,
  );

  if (widget.bridge && !bridgeOf(channels, widget.bridge)) {
    problems.push({ path: 'widget.bridge', problem: 'needs an official channel with a bridge' });
  }
  const routed = [entitlement.lapsed, entitlement.missing, entitlement.unknown];
  if (routed.includes('contract_route') && !entitlement.contractRoute) {
    problems.push({ path: 'entitlement.contractRoute', problem: 'is needed by `contract_route`' });
  }

  const roles = new Set(pack.roles.map(({ id }) => id));
  if (pack.appeal) known('appeal.to', 'role', [pack.appeal.to], roles);
  const plans = unique(
    'plans',
    pack.plans.map(({ id }) => id),
  );
  for (const [i, plan] of pack.plans.entries()) {
    known(`plans.${i}.extends`, 'plan', plan.extends ? [plan.extends] : [], plans);
  }
  if (plans.size > 0) {
    known('queue.planWeights', 'plan', Object.keys(pack.queue.planWeights), plans);
    for (const [i, { inBy }] of intake.categories.entries()) {
      const names = inBy.map(({ plan }) => plan);
      known(`intake.categories.${i}.inBy`, 'plan', names, plans);
    }
  }
  for (const [i, part] of scope.in.entries()) {
    known(`scope.in.${i}.categories`, 'category', part.categories, categories);
  }
  const causes = unique(
    'scope.causes',
    scope.causes.map(({ id }) => id),
  );
  const answers = new Set(pack.answers?.kinds.map(({ id }) => id));
  for (const [i, { cause, oneOf }] of (pack.answers?.required ?? []).entries()) {
    known(`answers.required.${i}.cause`, 'cause', [cause], causes);
    known(`answers.required.${i}.oneOf`, 'answer', oneOf, answers);
  }
  const { severity } = intake;
  if (severity) {
    known('intake.severity.field', 'field', [severity.field], fields);
    const choices = intake.fields.find(({ id }) => id === severity.field)?.choices ?? [];
    const ids = new Set(choices.map(({ id }) => id));
    known('intake.severity.suggests', 'choice', Object.keys(severity.suggests), ids);
  }
  for (const [i, { choicesFrom }] of intake.fields.entries()) {
    const empty = choicesFrom === 'products' ? pack.products.length === 0 : !pack.operators;
    if (choicesFrom && empty) {
      problems.push({ path: `intake.fields.${i}.choicesFrom`, problem: `no ${choicesFrom} stand` });
    }
  }

  const offered = new Set([...reasons, ...pack.rights.map(({ reason }) => reason)]);
  for (const [i, { given, expect }] of pack.cases.entries()) {
    known(`cases.${i}.given.category`, 'category', [given.category], categories);
    known(`cases.${i}.given.unanswered`, 'field', given.unanswered, fields);
    known(`cases.${i}.expect.missing`, 'field', expect.missing ?? [], fields);
    known(`cases.${i}.expect.rights`, 'right', expect.rights ?? [], offered);
  }
  return problems;
}
