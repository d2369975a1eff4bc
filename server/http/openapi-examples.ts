import type { OpenAPIHono } from '@hono/zod-openapi';
import { problemCodes } from '#shared/wire/problem.ts';
import type { AppEnv } from '#server/http/app-env.ts';
import { exampleOf, type ExampleSchema, type NamedSchemas } from '#server/http/openapi-example.ts';
import { problemBodyOf } from '#server/http/problem-reply.ts';

type Document = ReturnType<OpenAPIHono<AppEnv>['getOpenAPI31Document']>;

/** Of an operation, what examples belong to. */
interface Exemplified {
  readonly parameters?: { name: string; schema?: ExampleSchema; example?: unknown }[];
  readonly requestBody?: { readonly content?: Contents };
  readonly responses?: Readonly<
    Record<string, { readonly description?: string; readonly content?: Contents }>
  >;
}
type Contents = Record<string, { schema?: ExampleSchema; example?: unknown }>;

/** Gives every operation examples of what it takes and answers; they are made from what it says of itself. */
export function withExamples(document: Document): Document {
  const named = (document.components?.schemas ?? {}) as NamedSchemas;
  for (const item of Object.values(document.paths ?? {})) {
    for (const operation of Object.values(item) as Exemplified[]) {
      for (const parameter of operation.parameters ?? []) {
        if (parameter.schema)
          parameter.example ??= exampleOf(parameter.schema, named, parameter.name, false);
      }
      exemplify(operation.requestBody?.content, named, false);
      for (const { description, content } of Object.values(operation.responses ?? {})) {
        exemplify(content, named, true);
        const problem = content?.['application/problem+json'];
        if (problem) problem.example = problemExample(description ?? '');
      }
    }
  }
  return document;
}

function exemplify(content: Contents | undefined, named: NamedSchemas, whole: boolean): void {
  const json = content?.['application/json'];
  if (json?.schema) json.example ??= exampleOf(json.schema, named, '', whole);
}

/** The first of the problems that an answer lists. */
function problemExample(listed: string): unknown {
  const code = problemCodes.find((one) => one === listed.split(', ')[0]);
  return code && problemBodyOf({ code });
}
