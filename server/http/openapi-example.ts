import { wordFor } from '#server/http/openapi-words.ts';

/** What of a JSON Schema examples are made from. */
export interface ExampleSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly example?: unknown;
  readonly examples?: readonly unknown[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly minItems?: number;
  readonly anyOf?: readonly ExampleSchema[];
  readonly oneOf?: readonly ExampleSchema[];
  readonly allOf?: readonly ExampleSchema[];
  readonly items?: ExampleSchema;
  readonly properties?: Readonly<Record<string, ExampleSchema>>;
  readonly required?: readonly string[];
}

/** The named schemas of a document, by name. */
export type NamedSchemas = Readonly<Record<string, ExampleSchema>>;

const byFormat: Readonly<Record<string, string>> = {
  'date-time': '2026-12-01T09:00:00.000Z',
  date: '2026-12-01',
  email: 'irina@example.org',
  uri: 'https://example.org/page',
  binary: '',
};

const deepest = 8;

/** Where in a call a value stands. */
export interface Place {
  /** The field; empty for a whole body. */
  readonly name: string;
  /** The field or the part of the path around it. */
  readonly owner: string;
  /** False leaves out what may be left out, as a caller would. */
  readonly whole: boolean;
}

/** Fields that hold rows or languages and do not say of what. */
const nameless = new Set(['', 'rows', 'ru', 'uz', 'uz-Cyrl', 'en', 'texts', 'children', 'blocks']);

/**
 * An example of what a schema describes: what the schema gives itself, else the first of its choices, else
 * something that its format, name or kind asks for. Always the same for the same schema.
 */
export function exampleOf(
  schema: ExampleSchema,
  named: NamedSchemas,
  place: Place,
  depth = 0,
): unknown {
  const given = schema.example ?? schema.examples?.[0] ?? schema.const ?? schema.default;
  if (given !== undefined) return given;
  if (schema.enum) return schema.enum[0];
  const again = (part: ExampleSchema, at = place) => exampleOf(part, named, at, depth + 1);
  if (schema.$ref !== undefined) {
    const target = named[schema.$ref.split('/').at(-1) ?? ''];
    return target && depth < deepest ? again(target) : {};
  }
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return again(choices.find(({ type }) => type !== 'null') ?? {});
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => again(part)));
  switch ([schema.type].flat().find((type) => type !== 'null')) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .filter(([field]) => place.whole || schema.required?.includes(field))
          .map(([name, part]) => [
            name,
            again(part, { ...place, name, owner: ownerIn(schema, place) }),
          ]),
      );
    case 'array': {
      const wanted = Math.max(schema.minItems ?? 0, place.whole && depth < deepest ? 1 : 0);
      return schema.items && wanted > 0 ? [again(schema.items)] : [];
    }
    case 'integer':
    case 'number':
      return schema.minimum ?? (schema.exclusiveMinimum ?? 0) + 1;
    case 'boolean':
      return false;
    case 'string':
      return byFormat[schema.format ?? ''] ?? wordFor(place.owner, place.name);
    default:
      return null;
  }
}

/** What an object is, for its fields: a number beside an id is a ticket's, else it is what its own field says. */
function ownerIn({ properties = {} }: ExampleSchema, { name, owner }: Place): string {
  if ('id' in properties && 'number' in properties) return 'tickets';
  return nameless.has(name) ? owner : name;
}
