import { expect, test } from 'vitest';
import { operationGroups, withWords, type ApiDocument } from '#desk/reference/operations.ts';

const json = (example: unknown) => ({ 'application/json': { example } });
const document: ApiDocument = {
  paths: {
    '/v1/desk/vendors/{vendor}/webhooks': {
      post: {
        summary: 'Tell a receiver',
        security: [{ agent: [] }, { machine: ['webhooks:write'] }],
        requestBody: { content: json({ url: 'https://crm.example.org/' }) },
        responses: { 201: { description: 'Its secret', content: json({ secret: 'whsec_' }) } },
      },
      get: { summary: 'Receivers', responses: { 200: { description: 'A page' } } },
    },
    '/v1/tickets': {
      get: { summary: 'Own tickets', responses: { 200: { description: 'The newest first' } } },
    },
  },
};

test('operations stand by what they are about, with who may call and what an example looks like', () => {
  const groups = operationGroups(document);
  const [post] = groups[0]!.operations;

  expect(groups.map(({ name, operations }) => [name, operations.length])).toEqual([
    ['desk/webhooks', 2],
    ['tickets', 1],
  ]);
  expect(post).toMatchObject({
    id: 'post-v1-desk-vendors-vendor-webhooks',
    method: 'POST',
    access: [
      { who: 'agent', scope: '' },
      { who: 'machine', scope: 'webhooks:write' },
    ],
    sends: '{\n  "url": "https://crm.example.org/"\n}',
    answers: [{ status: '201', example: '{\n  "secret": "whsec_"\n}' }],
  });
});

test.each([
  ['', 3],
  ['webhooks', 2],
  ['POST receiver', 1],
  ['own', 1],
  ['nothing', 0],
])('words find operations by method, path and summary: “%s”', (words, count) => {
  const found = withWords(operationGroups(document), words);

  expect(found.flatMap(({ operations }) => operations)).toHaveLength(count);
});
