/** The reference of the API. */
export const en = {
  title: 'The API of Reglament',
  about:
    'Everything that the desk and the widget do can be done by programs. What an operation is for is told in English.',
  document: 'The whole as OpenAPI 3.1',
  keys: 'A key is issued at the desk, under “API keys”. It begins with rgk_ and goes into the header Authorization: Bearer.',
  hooks:
    'Webhooks are signed by Standard Webhooks: any library of that name verifies them. The same event always has the same webhook-id.',
  find: 'Find an operation',
  language: 'Language',
  groups: 'Parts of the API',
  none: 'No operation has these words.',
  shown: { one: '{count} operation', other: '{count} operations' },
  access: 'Who may call',
  open: 'Anybody',
  agent: 'A signed-in agent',
  machine: 'A key with the scope {scope}',
  requester: 'A requester, by the host product’s token',
  guest: 'A guest, by the token of an invitation',
  parameters: 'Parameters',
  required: 'required',
  sends: 'What is sent',
  answers: 'What comes back',
  loading: 'The reference is loading',
  failed: 'The reference could not be loaded',
  failedMore: 'The server did not answer. Load the page again.',
} as const;
