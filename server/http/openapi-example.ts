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

/** What stands where a schema says no more than that there is text, by the name of the field. */
const byName: Readonly<Record<string, string>> = {
  id: 'tck_01kbd5n2v07m3qx9h4t8w6r1ce',
  ticket: 'tck_01kbd5n2v07m3qx9h4t8w6r1ce',
  ticketId: 'tck_01kbd5n2v07m3qx9h4t8w6r1ce',
  number: 'MOD-1042',
  ticketNumber: 'MOD-1042',
  vendor: 'modme',
  key: 'modme',
  name: 'Ирина',
  requesterName: 'Ирина',
  organisation: 'ООО «Ромашка»',
  subject: 'Оплата не закрыла долг',
  title: 'Оплата не закрыла долг',
  text: 'Проверяем, ответим сегодня.',
  phone: '+998 90 000 00 00',
  agent: 'agt_demo',
  from: '2026-12-01T04:00:00.000Z',
  until: '2026-12-01T13:00:00.000Z',
  currency: 'UZS',
  category: 'error',
  source: 'zabbix',
  by: 'Ирина',
  help: 'Формат выгрузки',
  article: 'KB-1',
  slug: 'close-a-debt',
  locale: 'ru',
  clause: '3.1',
  edition: 'undated-2026-08-20',
  next: '1042',
  after: '1042',
};

const deepest = 8;

/**
 * An example of what a schema describes: what the schema gives itself, else the first of its choices, else
 * something that its format, name or kind asks for. Always the same for the same schema.
 *
 * @param name of the field, for text that no format describes
 * @param whole false leaves out what may be left out, as a caller would
 */
export function exampleOf(
  schema: ExampleSchema,
  named: NamedSchemas,
  name = '',
  whole = true,
  depth = 0,
): unknown {
  const given = schema.example ?? schema.examples?.[0] ?? schema.const ?? schema.default;
  if (given !== undefined) return given;
  if (schema.enum) return schema.enum[0];
  const again = (part: ExampleSchema, field = name) =>
    exampleOf(part, named, field, whole, depth + 1);
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
          .filter(([field]) => whole || schema.required?.includes(field))
          .map(([field, part]) => [field, again(part, field)]),
      );
    case 'array': {
      const wanted = Math.max(schema.minItems ?? 0, whole && depth < deepest ? 1 : 0);
      return schema.items && wanted > 0 ? [again(schema.items)] : [];
    }
    case 'integer':
    case 'number':
      return schema.minimum ?? (schema.exclusiveMinimum ?? 0) + 1;
    case 'boolean':
      return false;
    case 'string':
      return byFormat[schema.format ?? ''] ?? byName[name] ?? 'пример';
    default:
      return null;
  }
}
