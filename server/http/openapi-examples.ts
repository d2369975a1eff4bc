import type { OpenAPIHono } from '@hono/zod-openapi';
import { problemCodes } from '#shared/wire/problem.ts';
import type { AppEnv } from '#server/http/app-env.ts';
import {
  exampleOf,
  type ExampleSchema,
  type NamedSchemas,
  type Place,
} from '#server/http/openapi-example.ts';
import { thingOf } from '#server/http/openapi-words.ts';
import { problemBodyOf } from '#server/http/problem-reply.ts';

type Document = ReturnType<OpenAPIHono<AppEnv>['getOpenAPI31Document']>;

/** Of an operation, what examples belong to. */
interface Exemplified {
  readonly parameters?: Parameter[];
  readonly requestBody?: { readonly content?: Contents };
  readonly responses?: Readonly<
    Record<string, { readonly description?: string; readonly content?: Contents }>
  >;
}
interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema?: ExampleSchema;
  example?: unknown;
}
type Contents = Record<string, { schema?: ExampleSchema; example?: unknown }>;

/** Gives every operation examples of what it takes and answers; they are made from what it says of itself. */
export function withExamples(document: Document): Document {
  const named = (document.components?.schemas ?? {}) as NamedSchemas;
  for (const [path, item] of Object.entries(document.paths ?? {})) {
    const about = { name: '', owner: thingOf(path) };
    for (const operation of Object.values(item) as Exemplified[]) {
      for (const parameter of operation.parameters ?? [])
        exemplifyParameter(parameter, path, named);
      exemplify(operation.requestBody?.content, named, { ...about, whole: false });
      for (const { description, content } of Object.values(operation.responses ?? {})) {
        exemplify(content, named, { ...about, whole: true });
        const problem = content?.['application/problem+json'];
        if (problem) problem.example = problemExample(description ?? '');
      }
    }
  }
  return document;
}

/** A parameter of a path is of the thing whose name stands before it; any other is of what the path is about. */
function exemplifyParameter(parameter: Parameter, path: string, named: NamedSchemas): void {
  const { name, schema } = parameter;
  if (!schema) return;
  const parts = path.split('/');
  const owner =
    parameter.in === 'path' ? (parts[parts.indexOf(`{${name}}`) - 1] ?? '') : parameter.in;
  parameter.example ??= exampleOf(schema, named, { name, owner, whole: false });
}

function exemplify(content: Contents | undefined, named: NamedSchemas, place: Place): void {
  const json = content?.['application/json'];
  if (json?.schema) json.example ??= exampleOf(json.schema, named, place);
}

/** The first of the problems that an answer lists. */
function problemExample(listed: string): unknown {
  const code = problemCodes.find((one) => one === listed.split(', ')[0]);
  return code && problemBodyOf({ code });
}
