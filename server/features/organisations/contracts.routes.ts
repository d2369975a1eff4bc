import { createRoute, z } from '@hono/zod-openapi';
import {
  contractBody,
  contractView,
  endContractBody,
  importBody,
  importReport,
  incompleteContracts as incompleteShape,
} from '#shared/wire/organisation.ts';
import type { Deps } from '#server/deps.ts';
import { agentActor } from '#server/features/agents/agent.ts';
import { endContract } from '#server/features/organisations/end-contract.ts';
import { importContracts } from '#server/features/organisations/import/import-contracts.ts';
import { incompleteContracts } from '#server/features/organisations/incomplete-contracts.ts';
import { presentContract } from '#server/features/organisations/present-contract.ts';
import { readContracts } from '#server/features/organisations/read-contracts.ts';
import { saveContract } from '#server/features/organisations/save-contract.ts';
import type { DeskEnv } from '#server/http/app-env.ts';
import { expectedVersion, ifMatch, tagOf } from '#server/http/if-match.ts';
import { agentsOnly, deskOf, deskProblems } from '#server/http/desk-route.ts';
import { json, problems, router } from '#server/http/openapi.ts';
import { pageQuery } from '#server/http/page.ts';
import { replyProblem } from '#server/http/problem-reply.ts';

const asItIs = { description: 'As it is now', content: json(contractView) };

const readRoute = createRoute({
  method: 'get',
  path: '/contracts',
  summary: 'One contract by its number',
  security: agentsOnly,
  request: { params: deskOf, query: z.object({ number: z.string().max(100) }) },
  responses: { 200: asItIs, ...problems(...deskProblems, 'contract.not_found') },
});

const saveRoute = createRoute({
  method: 'put',
  path: '/contracts',
  summary: 'Record a contract with all it names, or change the one of this number to it',
  security: agentsOnly,
  request: {
    params: deskOf,
    headers: ifMatch,
    body: { content: json(contractBody), required: true },
  },
  responses: {
    200: asItIs,
    ...problems(
      ...deskProblems,
      'organisation.not_found',
      'contract.not_found',
      'contract.changed',
      'contract.number_taken',
      'contract.plan_unknown',
      'contract.level_unknown',
      'contract.ends_before_it_begins',
      'contract.email_missing',
      'contract.domain_public',
      'contract.domain_taken',
      'contract.login_taken',
    ),
  },
});

const endRoute = createRoute({
  method: 'post',
  path: '/contracts/end',
  summary: 'End a contract with a day, its last valid one',
  security: agentsOnly,
  request: {
    params: deskOf,
    headers: ifMatch,
    body: { content: json(endContractBody), required: true },
  },
  responses: {
    200: asItIs,
    ...problems(
      ...deskProblems,
      'contract.not_found',
      'contract.changed',
      'contract.ends_before_it_begins',
    ),
  },
});

const incompleteRoute = createRoute({
  method: 'get',
  path: '/contracts/incomplete',
  summary: 'Contracts that lack a term or an address which the regulation leaves to them',
  security: agentsOnly,
  request: { params: deskOf, query: pageQuery(200, 50) },
  responses: {
    200: { description: 'A page, by number', content: json(incompleteShape) },
    ...problems(...deskProblems),
  },
});

const importRoute = createRoute({
  method: 'post',
  path: '/organisations/import',
  summary: 'Record customers, contracts and listed persons from a CSV file, all or none',
  security: agentsOnly,
  request: {
    params: deskOf,
    query: z.object({
      apply: z
        .enum(['true', 'false'])
        .default('false')
        .meta({ description: '`false` writes nothing and says what would be written.' }),
    }),
    body: { content: json(importBody), required: true },
  },
  responses: {
    200: { description: 'What becomes of each contract', content: json(importReport) },
    ...problems(...deskProblems),
  },
});

/** Contracts of a vendor's customers, below `/v1/desk/vendors/:vendor`. */
export function contractRoutes(deps: Deps) {
  const policyOf = (name: string) => deps.policies.inForce(name, deps.now());
  return router<DeskEnv>()
    .openapi(readRoute, async (c) => {
      const { vendor: name } = c.req.valid('param');
      const policy = policyOf(name);
      if (!policy) return replyProblem({ code: 'vendor.not_allowed' });
      const { number } = c.req.valid('query');
      const [contract] = await readContracts(deps.db, name, { numbers: [number] });
      if (!contract) return replyProblem({ code: 'contract.not_found' });
      const shown = presentContract(policy.pack, contract);
      return c.json(shown, 200, tagOf(contract));
    })
    .openapi(saveRoute, async (c) => {
      const { vendor: name } = c.req.valid('param');
      const policy = policyOf(name);
      if (!policy) return replyProblem({ code: 'vendor.not_allowed' });
      const { organisation, ...terms } = c.req.valid('json');
      const draft = { ...terms, organisation: { id: organisation } };
      const seen = expectedVersion(c.req.valid('header'));
      const saved = await saveContract(deps, name, draft, agentActor(c.var.agent), seen);
      if (!saved.ok) return replyProblem(saved.failure);
      const { contract } = saved.value;
      const shown = presentContract(policy.pack, contract);
      return c.json(shown, 200, tagOf(contract));
    })
    .openapi(endRoute, async (c) => {
      const { vendor: name } = c.req.valid('param');
      const policy = policyOf(name);
      if (!policy) return replyProblem({ code: 'vendor.not_allowed' });
      const seen = expectedVersion(c.req.valid('header'));
      const asked = c.req.valid('json');
      const ended = await endContract(deps, name, asked, agentActor(c.var.agent), seen);
      if (!ended.ok) return replyProblem(ended.failure);
      const { contract } = ended.value;
      const shown = presentContract(policy.pack, contract);
      return c.json(shown, 200, tagOf(contract));
    })
    .openapi(incompleteRoute, async (c) => {
      const policy = policyOf(c.req.valid('param').vendor);
      if (!policy) return replyProblem({ code: 'vendor.not_allowed' });
      const { after, limit } = c.req.valid('query');
      const asked = { after, limit };
      return c.json(await incompleteContracts(deps.db, policy, deps.now(), asked), 200);
    })
    .openapi(importRoute, async (c) => {
      const { vendor: name } = c.req.valid('param');
      const { csv } = c.req.valid('json');
      const apply = c.req.valid('query').apply === 'true';
      const report = await importContracts(deps, name, csv, agentActor(c.var.agent), apply);
      return report.ok ? c.json(report.value, 200) : replyProblem(report.failure);
    });
}
