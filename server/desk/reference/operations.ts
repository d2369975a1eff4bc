/** The parts of an OpenAPI document that the reference shows. */
export interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, ApiOperation>>>>;
}
interface ApiContent {
  readonly example?: unknown;
}
interface ApiOperation {
  readonly summary?: string;
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly description?: string;
    readonly example?: unknown;
  }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, ApiContent>> };
  readonly responses: Readonly<
    Record<
      string,
      { readonly description: string; readonly content?: Readonly<Record<string, ApiContent>> }
    >
  >;
}

/** Who may call: a way in, and the scope where it is a key's. */
export interface ShownAccess {
  readonly who: string;
  readonly scope: string;
}

/** One operation as the reference shows it. */
export interface ShownOperation {
  /** Anchor in the page. */
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly access: readonly ShownAccess[];
  readonly parameters: NonNullable<ApiOperation['parameters']>;
  /** Undefined where nothing is sent, or a file. */
  readonly sends: string | undefined;
  readonly answers: readonly {
    readonly status: string;
    readonly description: string;
    readonly example: string | undefined;
  }[];
}

/** Operations about the same thing. */
export interface OperationGroup {
  readonly name: string;
  readonly operations: readonly ShownOperation[];
}

const desk = '/v1/desk/vendors/{vendor}/';

/** What a path is about: the part behind its version, or behind the desk's vendor. */
const groupOf = (path: string): string =>
  path.startsWith(desk)
    ? `desk/${path.slice(desk.length).split('/')[0]}`
    : (path.split('/')[2] ?? path);

/** The document in the order of its paths, divided by what they are about. */
export function operationGroups(document: ApiDocument): OperationGroup[] {
  const groups = new Map<string, ShownOperation[]>();
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const name = groupOf(path);
      groups.set(name, [...(groups.get(name) ?? []), shown(method, path, operation)]);
    }
  }
  return [...groups].map(([name, operations]) => ({ name, operations }));
}

const shown = (method: string, path: string, operation: ApiOperation): ShownOperation => ({
  id: `${method}${path}`.replaceAll(/[^\w-]+/g, '-'),
  method: method.toUpperCase(),
  path,
  summary: operation.summary ?? '',
  access: (operation.security ?? []).flatMap((way) =>
    Object.entries(way).map(([who, scopes]) => ({ who, scope: scopes[0] ?? '' })),
  ),
  parameters: operation.parameters ?? [],
  sends: exampleIn(operation.requestBody?.content),
  answers: Object.entries(operation.responses).map(([status, { description, content }]) => ({
    status,
    description,
    example: exampleIn(content),
  })),
});

function exampleIn(content: Readonly<Record<string, ApiContent>> = {}): string | undefined {
  const example = Object.values(content).find((one) => one.example !== undefined)?.example;
  return example === undefined ? undefined : JSON.stringify(example, null, 2);
}

/** Groups with only the operations that hold every word, in method, path or summary. */
export function withWords(groups: readonly OperationGroup[], words: string): OperationGroup[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return groups
    .map(({ name, operations }) => ({
      name,
      operations: operations.filter(({ method, path, summary }) => {
        const text = `${method} ${path} ${summary}`.toLowerCase();
        return wanted.every((word) => text.includes(word));
      }),
    }))
    .filter(({ operations }) => operations.length > 0);
}
