import type { OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv } from '#server/http/app-env.ts';
import { scopesOf } from '#server/http/key-scope.ts';
import { withExamples } from '#server/http/openapi-examples.ts';
import { problems } from '#server/http/openapi.ts';

type Document = ReturnType<OpenAPIHono<AppEnv>['getOpenAPI31Document']>;
type Paths = NonNullable<Document['paths']>;
type Operation = NonNullable<Paths[string]['get']>;

const info = {
  title: 'Reglament',
  version: '1',
  description:
    'Requests, decided by a support regulation. Errors are RFC 9457 problems with a code.',
};

/** Who may call, by the name that the operations use. */
const schemes = {
  requester: {
    type: 'http',
    scheme: 'bearer',
    description:
      "The host product's signed token, or `dev_` and 43 base64url characters of a browser.",
  },
  guest: {
    type: 'http',
    scheme: 'bearer',
    description: 'The token of an invitation to one thread: `gst_` and 43 base64url characters.',
  },
  agent: { type: 'apiKey', in: 'cookie', name: 'reglament_desk' },
  machine: {
    type: 'http',
    scheme: 'bearer',
    description:
      'A key of the vendor: `rgk_` and 43 base64url characters. It opens what all scopes of a call are given to.',
  },
} as const;

/** Serves what every route below `/v1` says of itself as OpenAPI 3.1, at `/v1/openapi.json`. */
export function serveOpenApi(app: OpenAPIHono<AppEnv>, publicUrl: string): void {
  for (const [name, scheme] of Object.entries(schemes)) {
    app.openAPIRegistry.registerComponent('securitySchemes', name, scheme);
  }
  let document: Document | undefined;
  app.get('/v1/openapi.json', (c) => {
    const said = () =>
      app.getOpenAPI31Document({ openapi: '3.1.0', info, servers: [{ url: publicUrl }] });
    document ??= withExamples(withKeys(said()));
    return c.json(document);
  });
}

const desk = /^\/v1\/desk\/vendors\/\{vendor\}/;
const methods = ['get', 'post', 'put', 'delete'] as const;

/** What a key opens is said where it is decided: by the same rule as the calls themselves. */
function withKeys(document: Document): Document {
  for (const [path, item] of Object.entries(document.paths ?? {})) {
    if (!desk.test(path)) continue;
    for (const method of methods) {
      const operation = item[method];
      const scopes = scopesOf(method, path.replace(desk, ''));
      if (operation && scopes) item[method] = openTo(operation, scopes);
    }
  }
  return document;
}

const refused = problems('api_key.scope_missing');

function openTo(operation: Operation, scopes: readonly string[]): Operation {
  const { 403: listed, ...responses } = operation.responses ?? {};
  const [status = '403', added] = Object.entries(refused)[0] ?? [];
  const both = [listed?.description, added?.description].filter(Boolean).join(', ');
  return {
    ...operation,
    security: [...(operation.security ?? []), { machine: [...scopes] }],
    responses: { ...responses, [status]: { ...(listed ?? added), description: both } },
  };
}
