import { expect, test } from 'vitest';
import { uninstall } from '#server/demo/portal/install-acts.ts';
import { deletePortal, dismiss, renamePortal } from '#server/demo/portal/portal-acts.ts';
import { faults, refusalFault, setFault } from '#server/demo/portal/faults.ts';
import { endToken, issuePair } from '#server/demo/portal/tokens.ts';
import type { PortalKey } from '#server/demo/portal/virtual-portals.ts';
import { bitrix24Fixture } from '#test/support/bitrix24-fixture.ts';
import { actors, strangeApp, testWorld, type TestWorld } from '#test/support/portal-world.ts';
import { install } from '#server/demo/portal/install-acts.ts';

const clientId = actors.app.client_id;

interface Recorded {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A portal with the app and a token of somebody. */
interface Stage extends TestWorld {
  readonly key: PortalKey;
  /** Asks the REST API as a server does; the token is added where none is given. */
  ask(method: string, params?: Readonly<Record<string, unknown>>): Promise<Response>;
  /** The app's own install. */
  readonly own: ReturnType<TestWorld['installed']>;
  readonly token: string;
}

interface Arranged {
  readonly key?: PortalKey;
  readonly as?: number;
  readonly scopes?: readonly string[];
  readonly nextId?: number;
  readonly finished?: boolean;
}

function stageOf({ key = 'alpha', as = 7, scopes, nextId, finished = true }: Arranged): Stage {
  const base = testWorld(scopes);
  const { world, app, portal } = base;
  const own = base.installed(key, finished);
  const token = issuePair(world, portal(key), own, as).accessToken;
  if (nextId !== undefined) world.nextId = nextId;
  const ask: Stage['ask'] = async (method, params = {}) => {
    const answer = app(
      new Request(`https://${portal(key).host}/rest/${method}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ auth: token, ...params }),
      }),
    );
    if (!answer) throw new Error('no such host');
    return answer;
  };
  return { ...base, key, own, token, ask };
}

/** Byte for byte as recorded: what PHP escapes is read before. */
async function expectRecorded(answer: Response, recorded: Recorded): Promise<void> {
  const text = await answer.text();
  const expected =
    typeof recorded.body === 'string' ? recorded.body : JSON.stringify(recorded.body);
  expect(text === '' ? '' : JSON.stringify(JSON.parse(text))).toBe(expected);
  expect(answer.status).toBe(recorded.status);
  for (const [name, value] of Object.entries(recorded.headers ?? {}))
    expect(answer.headers.get(name), name).toBe(value);
}

type Part = (fixture: never) => Recorded;
type Act = (stage: Stage) => Promise<Response>;
const response: Part = ({ response: recorded }: { response: Recorded }) => recorded;
const part =
  (name: string): Part =>
  (fixture: Readonly<Record<string, Recorded>>) =>
    fixture[name]!;

/** The recorded request itself, with the token of this world. */
const replay =
  (file: string, at?: string): Act =>
  async ({ ask }) => {
    const fixture = bitrix24Fixture<Record<string, unknown>>(file);
    const holder = (at ? fixture[at] : fixture) as {
      request: { url: string; body: Record<string, unknown> };
    };
    const { auth: _auth, ...params } = holder.request.body;
    return ask(new URL(holder.request.url).pathname.slice('/rest/'.length), params);
  };

const handler = 'https://app.acme-helpline.example/b24/events';
const recordings: readonly (readonly [string, string, Arranged, Part, Act])[] = [
  ['app.info of a cloud', 'rest-app-info-cloud', {}, response, replay('rest-app-info-cloud')],
  [
    'app.info once what was paid for ended',
    'rest-app-info-subscription-expired',
    {},
    response,
    async (stage) => {
      forgetFormerLicence(stage);
      stage.own.status = 'S';
      stage.own.paidUntil = actors.now - 3 * 86_400;
      return replay('rest-app-info-subscription-expired')(stage);
    },
  ],
  [
    'app.info of a box',
    'rest-app-info-onprem',
    { key: 'box', as: 3 },
    response,
    replay('rest-app-info-onprem'),
  ],
  [
    'app.info before the installation is finished',
    'rest-app-info-not-installed',
    { finished: false },
    response,
    async (stage) => {
      forgetFormerLicence(stage);
      return replay('rest-app-info-not-installed')(stage);
    },
  ],
  ['profile of an administrator', 'rest-profile', { as: 1 }, part('admin'), profile],
  ['profile of a person', 'rest-profile', {}, part('user'), profile],
  [
    'profile of somebody who left',
    'rest-profile',
    {},
    part('inactiveUser'),
    async (stage) => {
      dismiss(stage.portal('alpha'), 7);
      return profile(stage);
    },
  ],
  ['user.admin of an administrator', 'rest-user-admin', { as: 1 }, part('admin'), isAdmin],
  ['user.admin of a person', 'rest-user-admin', {}, part('user'), isAdmin],
  ['user.current', 'rest-user-current', {}, response, replay('rest-user-current')],
  ['scope', 'rest-scope-methods-servertime', {}, part('scope'), ({ ask }) => ask('scope')],
  [
    'method.get',
    'rest-scope-methods-servertime',
    {},
    part('methodGet'),
    ({ ask }) => ask('method.get', { name: 'crm.item.add' }),
  ],
  [
    'server.time',
    'rest-scope-methods-servertime',
    {},
    part('serverTime'),
    ({ ask }) => ask('server.time'),
  ],
  [
    'a feature it has',
    'rest-feature-get',
    {},
    part('yes'),
    ({ ask }) => ask('feature.get', { CODE: 'rest_offline_extended' }),
  ],
  [
    'a feature it has not',
    'rest-feature-get',
    {},
    part('no'),
    ({ ask }) => ask('feature.get', { CODE: 'teleport' }),
  ],
  [
    'event.bind',
    'rest-event-bind-get-unbind',
    { as: 1 },
    part('bind'),
    replay('rest-event-bind-get-unbind', 'bind'),
  ],
  [
    'event.bind again',
    'rest-event-bind-get-unbind',
    { as: 1 },
    part('bindAgain'),
    async (stage) => {
      await replay('rest-event-bind-get-unbind', 'bind')(stage);
      return replay('rest-event-bind-get-unbind', 'bind')(stage);
    },
  ],
  [
    'event.bind to a host without a dot',
    'rest-event-bind-get-unbind',
    { as: 1 },
    part('bindWrongUrl'),
    ({ ask }) => ask('event.bind', { event: 'ONAPPUPDATE', handler: 'https://localhost/b24' }),
  ],
  [
    'event.bind to another protocol',
    'rest-event-bind-get-unbind',
    { as: 1 },
    part('bindWrongProto'),
    ({ ask }) => ask('event.bind', { event: 'ONAPPUPDATE', handler: 'ftp://app.example/b24' }),
  ],
  [
    'event.bind of an event that is none',
    'rest-event-bind-get-unbind',
    { as: 1 },
    part('bindUnknown'),
    ({ ask }) => ask('event.bind', { event: 'ONTEATIME', handler }),
  ],
  [
    'event.bind in the name of another',
    'rest-event-bind-get-unbind',
    {},
    part('bindDenied'),
    ({ ask }) => ask('event.bind', { event: 'ONAPPUPDATE', handler, auth_type: 1 }),
  ],
  [
    'event.get',
    'rest-event-bind-get-unbind',
    { as: 1 },
    part('get'),
    async ({ ask }) => {
      await ask('event.bind', { event: 'ONAPPUNINSTALL', handler });
      await ask('event.bind', { event: 'ONAPPUPDATE', handler });
      return ask('event.get');
    },
  ],
  [
    'event.unbind',
    'rest-event-bind-get-unbind',
    { as: 1 },
    part('unbind'),
    async ({ ask }) => {
      await ask('event.bind', { event: 'ONAPPUNINSTALL', handler });
      return ask('event.unbind', { event: 'ONAPPUNINSTALL', handler });
    },
  ],
  ['placement.bind', 'rest-placement', { as: 1 }, part('bind'), replay('rest-placement', 'bind')],
  [
    'placement.list',
    'rest-placement',
    { scopes: ['crm'] },
    part('list'),
    ({ ask }) => ask('placement.list'),
  ],
  [
    'placement.get',
    'rest-placement',
    { as: 1 },
    part('get'),
    async ({ ask }) => {
      const ru = { TITLE: 'Техподдержка', DESCRIPTION: 'Создать заявку', GROUP_NAME: 'Поддержка' };
      const HANDLER = 'https://app.acme-helpline.example/b24/app';
      await ask('placement.bind', { PLACEMENT: 'USER_PROFILE_MENU', HANDLER, LANG_ALL: { ru } });
      return ask('placement.get');
    },
  ],
  [
    'placement.unbind',
    'rest-placement',
    { as: 1 },
    part('unbind'),
    async (stage) => {
      await replay('rest-placement', 'bind')(stage);
      return stage.ask('placement.unbind', { PLACEMENT: 'USER_PROFILE_MENU' });
    },
  ],
  [
    'app.option.get',
    'rest-options',
    {},
    part('appGetAll'),
    ({ ask, own }) => {
      own.options['theme'] = 'light';
      return ask('app.option.get');
    },
  ],
  [
    'app.option.get of none',
    'rest-options',
    {},
    part('appGetAllEmpty'),
    ({ ask }) => ask('app.option.get'),
  ],
  [
    'app.option.get of one',
    'rest-options',
    {},
    part('appGetOne'),
    ({ ask, own }) => {
      own.options['theme'] = 'light';
      return ask('app.option.get', { option: 'theme' });
    },
  ],
  [
    'app.option.get of one that is not there',
    'rest-options',
    {},
    part('appGetMissing'),
    ({ ask }) => ask('app.option.get', { option: 'theme' }),
  ],
  ['app.option.set', 'rest-options', { as: 1 }, part('appSet'), replay('rest-options', 'appSet')],
  [
    'app.option.set by a person',
    'rest-options',
    {},
    part('appSetNotAdmin'),
    replay('rest-options', 'appSet'),
  ],
  [
    'user.option.set',
    'rest-options',
    {},
    part('userSet'),
    ({ ask }) => ask('user.option.set', { options: { draft: '1' } }),
  ],
  [
    'im.notify.system.add',
    'rest-im-notify',
    { scopes: ['im'], nextId: 12_345 },
    part('ok'),
    async ({ ask }) => {
      const { request } = bitrix24Fixture<{ request: { body: Record<string, unknown> } }>(
        'rest-im-notify',
      );
      const { auth: _auth, ...params } = request.body;
      return ask('im.notify.system.add', params);
    },
  ],
  [
    'im.notify.system.add to nobody',
    'rest-im-notify',
    { scopes: ['im'] },
    part('notSent'),
    ({ ask }) => ask('im.notify.system.add', { USER_ID: 404, MESSAGE: 'Text' }),
  ],
  [
    'crm.item.add',
    'rest-crm-item-add',
    { key: 'bravo', as: 1, scopes: ['crm'], nextId: 342 },
    response,
    replay('rest-crm-item-add'),
  ],
  [
    'crm.activity.todo.add',
    'rest-crm-activity-todo-add',
    { key: 'bravo', as: 1, scopes: ['crm'], nextId: 999 },
    response,
    replay('rest-crm-activity-todo-add'),
  ],
  [
    'crm.timeline.comment.add',
    'rest-crm-timeline-comment-add',
    { key: 'bravo', as: 1, scopes: ['crm'], nextId: 771 },
    response,
    replay('rest-crm-timeline-comment-add'),
  ],
  [
    'tasks.task.add',
    'rest-tasks-task-add',
    { key: 'bravo', as: 1, scopes: ['task'], nextId: 3711 },
    response,
    replay('rest-tasks-task-add'),
  ],
  [
    'log.blogpost.add',
    'rest-log-blogpost-add',
    { key: 'bravo', as: 1, scopes: ['log'], nextId: 315 },
    response,
    replay('rest-log-blogpost-add'),
  ],
];

function profile({ ask }: Stage) {
  return ask('profile');
}
function isAdmin({ ask }: Stage) {
  return ask('user.admin');
}
/** Those payloads were recorded before portals told of the licence they had before. */
function forgetFormerLicence({ portal, key }: Stage) {
  const { LICENSE_PREVIOUS: _former, ...licence } = portal(key).licence;
  portal(key).licence = licence;
}

test.each(recordings)(
  'answers as recorded, byte for byte: %s',
  async (_name, file, arranged, of, act) => {
    // the app has number 5 in a cloud and 12 in the box
    const stage = stageOf(arranged);
    Object.assign(stage.own, { id: stage.key === 'box' ? 12 : 5 });

    await expectRecorded(await act(stage), of(bitrix24Fixture(file)));
  },
);

test('stores a file as recorded, but for its numbers, its size and the token in its address', async () => {
  const fixture = bitrix24Fixture<Record<string, Recorded>>('rest-disk-upload');
  const stage = stageOf({ key: 'bravo', as: 1, scopes: ['disk'] });
  Object.assign(stage.own, { id: 5 });
  const shape = (text: string) =>
    text
      .replace(/"(ID|STORAGE_ID|ROOT_OBJECT_ID|FILE_ID|SIZE)":"?\d+"?/g, '"$1":0')
      .replace(/(auth|token)=(REDACTED|[0-9a-f]+)/g, '$1=…')
      .replace(/"operating":[\d.]+/, '"operating":0');
  const answers: readonly (readonly [string, Response])[] = [
    ['getForApp', await stage.ask('disk.storage.getforapp')],
    ['upload', await replay('rest-disk-upload', 'upload')(stage)],
    ['uploadTwoStep', await stage.ask('disk.folder.uploadfile', { id: 8930 })],
  ];

  for (const [name, answer] of answers)
    expect(shape(JSON.stringify(JSON.parse(await answer.text()))), name).toBe(
      shape(JSON.stringify(fixture[name]?.body)),
    );
});

/** The recorded batches leave fields of their answers out: only what they name is compared. */
test('runs a batch as recorded, references included', async () => {
  const fixture = bitrix24Fixture<{ response: { body: object } }>('rest-batch-ok');
  const stage = stageOf({});
  Object.assign(stage.own, { id: 5 });

  const body = (await (await replay('rest-batch-ok')(stage)).json()) as object;

  expect(body).toMatchObject(fixture.response.body);
});

test('a batch succeeds although calls of it are refused', async () => {
  const fixture = bitrix24Fixture<{ response: Recorded; allFailed: Recorded }>(
    'rest-batch-partial-error',
  );
  const ask = async (cmd: object) => {
    const { world, token, ask: call } = stageOf({});
    const pair = world.pairs.find(({ accessToken }) => accessToken === token)!;
    const auth = 'c'.repeat(70);
    world.pairs.push({ ...pair, accessToken: auth, scopes: ['placement'] });
    return call('batch', { auth, halt: 0, cmd });
  };

  await expectRecorded(await ask({ me: 'profile', cur: 'user.current' }), fixture.response);
  await expectRecorded(await ask({ a: 'user.current', b: 'no.such' }), fixture.allFailed);
});

test('a batch that is told to halt stops at the first refusal', async () => {
  const { ask } = stageOf({});

  const answer = await ask('batch', { halt: 1, cmd: { a: 'no.such', b: 'profile' } });

  expect(await answer.json()).toMatchObject({
    result: { result: [], result_error: { a: { error: 'ERROR_METHOD_NOT_FOUND' } } },
  });
});

/** A recorded refusal by its code; of several with one code, which of them. */
const codes = ({ errors }: { errors: readonly Recorded[] }, wanted: string): Recorded => {
  const [code, at = '0'] = wanted.split(' ');
  return errors.filter(({ body }) => (body as { error?: string }).error === code)[Number(at)]!;
};

const refusals: readonly (readonly [string, string, Arranged, string, Act])[] = [
  ['no token', 'rest-errors', {}, 'NO_AUTH_FOUND', ({ ask }) => ask('profile', { auth: '' })],
  [
    'an hour later',
    'rest-errors',
    {},
    'expired_token',
    (stage) => {
      endToken(stage.world, stage.token);
      return profile(stage);
    },
  ],
  [
    'no such token',
    'rest-errors',
    {},
    'invalid_token',
    ({ ask }) => ask('profile', { auth: 'f'.repeat(70) }),
  ],
  ['too few scopes', 'rest-errors', {}, 'insufficient_scope', ({ ask }) => ask('crm.item.add', {})],
  [
    'no access to the app',
    'rest-errors',
    {},
    'user_access_error',
    (stage) => {
      stage.own.allowed = new Set([1]);
      return profile(stage);
    },
  ],
  [
    'somebody who left',
    'rest-errors',
    {},
    'authorization_error',
    (stage) => {
      dismiss(stage.portal('alpha'), 7);
      return isAdmin(stage);
    },
  ],
  [
    'two weeks after what was paid for ended',
    'rest-errors',
    {},
    'PAYMENT_REQUIRED',
    (stage) => {
      stage.own.paidUntil = actors.now - 15 * 86_400;
      return profile(stage);
    },
  ],
  [
    'an app that left',
    'rest-errors',
    {},
    'APPLICATION_NOT_FOUND',
    (stage) => {
      uninstall(stage.world, stage.portal('alpha'), clientId, false);
      return profile(stage);
    },
  ],
  [
    'a box that cannot reach its OAuth server',
    'rest-errors',
    { key: 'box', as: 3 },
    'CONNECTION_ERROR',
    (stage) => {
      stage.portal('box').ailments.cutOffFromOAuth = true;
      return profile(stage);
    },
  ],
  [
    'a plan without REST',
    'rest-errors',
    {},
    'ACCESS_DENIED',
    (stage) => {
      stage.portal('alpha').ailments.withoutRest = true;
      return profile(stage);
    },
  ],
  ['app.info by a webhook', 'rest-errors', {}, 'ACCESS_DENIED 1', byWebhook('app.info')],
  ['a placement by a webhook', 'rest-errors', {}, 'WRONG_AUTH_TYPE', byWebhook('placement.list')],
  [
    'a guest in the CRM',
    'rest-errors',
    { as: 9, scopes: ['crm'] },
    'allowed_only_intranet_user',
    ({ ask }) => ask('crm.item.add', { entityTypeId: 2, fields: {} }),
  ],
  ['no such method', 'rest-errors', {}, 'ERROR_METHOD_NOT_FOUND', ({ ask }) => ask('no.such')],
  [
    'plain HTTP',
    'rest-errors',
    {},
    'INVALID_REQUEST',
    async ({ app, token }) =>
      (await app(new Request(`http://alpha-fixture.bitrix24.ru/rest/profile?auth=${token}`)))!,
  ],
  [
    'more than fifty calls in a batch',
    'rest-errors',
    {},
    'ERROR_BATCH_LENGTH_EXCEEDED',
    ({ ask }) =>
      ask('batch', {
        cmd: Object.fromEntries(Array.from({ length: 51 }, (_, at) => [`c${at}`, 'profile'])),
      }),
  ],
  [
    'an overloaded portal',
    'rest-errors',
    {},
    'OVERLOAD_LIMIT',
    (stage) => {
      stage.portal('alpha').ailments.overloaded = true;
      return profile(stage);
    },
  ],
  [
    'a method that took too long',
    'rest-errors',
    {},
    'OPERATION_TIME_LIMIT',
    (stage) => {
      stage.own.operating.set('profile', { seconds: 480, resetAt: actors.now + 60 });
      return profile(stage);
    },
  ],
  [
    'the fifty-first request at once',
    'rest-errors',
    {},
    'QUERY_LIMIT_EXCEEDED',
    async (stage) => {
      for (let call = 0; call < 50; call++) await profile(stage);
      return profile(stage);
    },
  ],
  [
    'a portal that is gone',
    'rest-errors',
    {},
    'PORTAL_DELETED',
    (stage) => {
      deletePortal(stage.portal('alpha'));
      return profile(stage);
    },
  ],
  [
    'a fault of its server',
    'rest-errors',
    {},
    'INTERNAL_SERVER_ERROR',
    (stage) => {
      const fault = refusalFault(500, 'INTERNAL_SERVER_ERROR', 'Internal server error');
      setFault(stage.world, 'alpha-fixture.bitrix24.ru', 'profile', fault);
      return profile(stage);
    },
  ],
  [
    'another fault of its server',
    'rest-errors',
    {},
    'ERROR_UNEXPECTED_ANSWER',
    (stage) => {
      const fault = refusalFault(
        500,
        'ERROR_UNEXPECTED_ANSWER',
        'Server returned an unexpected response',
      );
      setFault(stage.world, 'alpha-fixture.bitrix24.ru', '*', fault);
      return profile(stage);
    },
  ],
  [
    'a refusal with HTTP 200',
    'rest-errors',
    {},
    'expired_token 1',
    (stage) => {
      const fault = refusalFault(200, 'expired_token', 'x');
      setFault(stage.world, 'alpha-fixture.bitrix24.ru', 'profile', fault);
      return profile(stage);
    },
  ],
  [
    'a spot without a name',
    'rest-placement',
    { as: 1 },
    'ERROR_ARGUMENT',
    ({ ask }) => ask('placement.bind', {}),
  ],
  [
    'a spot that is none',
    'rest-placement',
    { as: 1 },
    'ERROR_PLACEMENT_NOT_FOUND',
    ({ ask }) => ask('placement.bind', { PLACEMENT: 'MOON', HANDLER: handler }),
  ],
  [
    'a second handler where one may be',
    'rest-placement',
    { as: 1 },
    'ERROR_PLACEMENT_MAX_COUNT',
    async ({ ask }) => {
      await ask('placement.bind', { PLACEMENT: 'REST_APP_URI', HANDLER: handler });
      return ask('placement.bind', { PLACEMENT: 'REST_APP_URI', HANDLER: `${handler}/2` });
    },
  ],
  [
    'a link for one person',
    'rest-placement',
    { as: 1 },
    'ERROR_PLACEMENT_USER_MODE',
    ({ ask }) => ask('placement.bind', { PLACEMENT: 'REST_APP_URI', HANDLER: handler, USER_ID: 7 }),
  ],
  [
    'a worker without a handler of errors',
    'rest-placement',
    { as: 1 },
    'EMPTY_ERROR_HANDLER_URL',
    ({ ask }) => ask('placement.bind', { PLACEMENT: 'PAGE_BACKGROUND_WORKER', HANDLER: handler }),
  ],
  [
    'a spot bound again',
    'rest-placement',
    { as: 1 },
    'ERROR_CORE',
    async ({ ask }) => {
      const wish = { PLACEMENT: 'USER_PROFILE_MENU', HANDLER: handler };
      await ask('placement.bind', wish);
      return ask('placement.bind', wish);
    },
  ],
  ['a spot by a webhook', 'rest-placement', {}, 'WRONG_AUTH_TYPE', byWebhook('placement.bind')],
  [
    'a notification to nobody',
    'rest-im-notify',
    { scopes: ['im'] },
    'USER_ID_EMPTY',
    ({ ask }) => ask('im.notify.system.add', { MESSAGE: 'Text' }),
  ],
  [
    'a notification of nothing',
    'rest-im-notify',
    { scopes: ['im'] },
    'MESSAGE_EMPTY',
    ({ ask }) => ask('im.notify.personal.add', { USER_ID: 7 }),
  ],
  [
    'a notification with too much',
    'rest-im-notify',
    { scopes: ['im'] },
    'ATTACH_OVERSIZE',
    ({ ask }) =>
      ask('im.notify.system.add', { USER_ID: 7, MESSAGE: 'Text', ATTACH: 'a'.repeat(60_001) }),
  ],
  [
    'an item of no kind',
    'rest-crm-errors',
    crmBravo(),
    'NOT_FOUND',
    addItem({ entityTypeId: 999 }),
  ],
  [
    'an item by whom the CRM lets not',
    'rest-crm-errors',
    crmBravo(),
    'ACCESS_DENIED',
    (stage) => {
      stage.portal('bravo').people.get(1)!.crm = false;
      return addItem({ entityTypeId: 1302 })(stage);
    },
  ],
  [
    'an item with a file that is none',
    'rest-crm-errors',
    crmBravo(),
    'CRM_FIELD_ERROR_VALUE_NOT_VALID',
    addItem({ entityTypeId: 1302, fields: { ufCrm44Screenshot: 'base64' } }),
  ],
  [
    'an item where the plan allows none',
    'rest-crm-errors',
    crmBravo(),
    'CREATE_DYNAMIC_ITEM_RESTRICTED',
    (stage) => {
      stage.portal('bravo').ailments.withoutNewItems = true;
      return addItem({ entityTypeId: 1302 })(stage);
    },
  ],
  [
    'a reminder of nothing',
    'rest-crm-errors',
    crmBravo(),
    '100',
    ({ ask }) => ask('crm.activity.todo.add', { ownerId: 1 }),
  ],
];

function crmBravo(): Arranged {
  return { key: 'bravo', as: 1, scopes: ['crm'] };
}
function addItem(params: Readonly<Record<string, unknown>>): Act {
  return ({ ask }) => ask('crm.item.add', params);
}
/** Through a way in that a person made by hand: no app speaks. */
function byWebhook(method: string): Act {
  return async ({ app, portal }) => {
    const scopes = ['placement', 'crm'];
    portal('alpha').webhooks.push({ secret: 'hand1made2way3in', userId: 1, scopes });
    const url = `https://alpha-fixture.bitrix24.ru/rest/1/hand1made2way3in/${method}.json`;
    return (await app(new Request(url, { method: 'POST', body: '' })))!;
  };
}

test.each(refusals)('refuses as recorded: %s', async (_name, file, arranged, code, act) => {
  const stage = stageOf(arranged);

  await expectRecorded(await act(stage), codes(bitrix24Fixture(file), code));
});

test('a missing parameter is named', async () => {
  const recorded = codes(bitrix24Fixture('rest-errors'), 'ERROR_ARGUMENT');
  const body = JSON.parse(JSON.stringify(recorded.body).replace('X', 'name')) as unknown;

  await expectRecorded(await stageOf({}).ask('method.get'), { ...recorded, body });
});

test('a batch within a batch is refused within it', async () => {
  const { status: _status, body } = codes(
    bitrix24Fixture('rest-errors'),
    'ERROR_BATCH_METHOD_NOT_ALLOWED',
  );

  const answer = await stageOf({}).ask('batch', { cmd: { inner: 'batch?cmd[a]=profile' } });

  expect(await answer.json()).toMatchObject({ result: { result_error: { inner: body } } });
});

test('while a binding is being made another is refused, which only a fault can show', async () => {
  const { bindParallel } = bitrix24Fixture<Record<string, Recorded>>('rest-event-bind-get-unbind');
  const stage = stageOf({ as: 1 });
  const { status, body } = bindParallel!;
  setFault(stage.world, 'alpha-fixture.bitrix24.ru', 'event.bind', {
    status,
    body: JSON.stringify(body),
    times: 1,
  });

  await expectRecorded(await replay('rest-event-bind-get-unbind', 'bind')(stage), bindParallel!);
  expect((await replay('rest-event-bind-get-unbind', 'bind')(stage)).status).toBe(200);
});

test('the old name of a portal leads to the new one and takes nothing', async () => {
  const recorded = bitrix24Fixture<{ errors: readonly Recorded[] }>('rest-errors').errors.find(
    ({ status }) => status === 302,
  )!;
  const { app, portal } = stageOf({});
  renamePortal(portal('alpha'), 'alpha-renamed.bitrix24.ru');

  const url = 'https://alpha-fixture.bitrix24.ru/rest/profile';
  const answer = await app(new Request(url, { method: 'POST', body: 'auth=x' }));

  await expectRecorded(answer!, recorded);
});

test('a gateway may answer for it, and version 3 refuses in words of its own', async () => {
  const fixture = bitrix24Fixture<{ errors: readonly Recorded[]; v3: Recorded }>('rest-errors');
  const stage = stageOf({});

  await expectRecorded(await stage.ask('api/main.user.get', { select: ['NO'] }), fixture.v3);
  setFault(stage.world, 'alpha-fixture.bitrix24.ru', '*', faults.badGateway);
  const answer = await profile(stage);

  expect(answer.status).toBe(502);
  expect(await answer.text()).toBe(fixture.errors.find(({ status }) => status === 502)?.body);
});

test('some refusals come with another status too', async () => {
  const stage = stageOf({ as: 1 });
  const alpha = stage.portal('alpha');
  alpha.manners = { ...alpha.manners, placementRefusalStatus: 400, repeatedBindStatus: 200 };
  await replay('rest-event-bind-get-unbind', 'bind')(stage);

  const answers = [
    await stage.ask('placement.bind', {}),
    await replay('rest-event-bind-get-unbind', 'bind')(stage),
  ];

  expect(answers.map(({ status }) => status)).toEqual([400, 200]);
});

test('two requests a second are let through again, and each caller has a bucket of their own', async () => {
  const stage = stageOf({});
  for (let call = 0; call < 50; call++) await profile(stage);
  const status = async () => (await profile(stage)).status;

  expect(await status()).toBe(503);
  stage.pass(1);
  expect([await status(), await status(), await status()]).toEqual([200, 200, 503]);

  const url = `https://alpha-fixture.bitrix24.ru/rest/profile?auth=${stage.token}`;
  expect((await stage.app(new Request(url), '198.51.100.7'))?.status).toBe(200);
});

test('a box sets no limits', async () => {
  const stage = stageOf({ key: 'box', as: 3 });

  for (let call = 0; call < 60; call++) expect((await profile(stage)).status).toBe(200);
});

test('any page may ask before it calls, and may send no header of its own', async () => {
  const { app, token } = stageOf({});

  const asked = await app(
    new Request('https://alpha-fixture.bitrix24.ru/rest/profile', { method: 'OPTIONS' }),
  );

  expect(asked?.status).toBe(200);
  expect(asked?.headers.get('access-control-allow-headers')).toBe('origin, content-type, accept');
  expect(token).toHaveLength(70);
});

test.each([
  [
    'a form',
    (url: string, auth: string) =>
      new Request(url, { method: 'POST', body: new URLSearchParams({ auth }) }),
  ],
  ['the query', (url: string, auth: string) => new Request(`${url}?auth=${auth}`)],
  [
    'the query under its other name',
    (url: string, auth: string) => new Request(`${url}?access_token=${auth}`),
  ],
  [
    'a header',
    (url: string, auth: string) =>
      new Request(url, { headers: { authorization: `Bearer ${auth}` } }),
  ],
])('takes the token from %s', async (_where, request) => {
  const { app, token } = stageOf({});

  const answer = await app(request('https://alpha-fixture.bitrix24.ru/rest/Profile.json', token));

  expect(await answer?.json()).toMatchObject({ result: { ID: '7' } });
});

test('takes the token of every app that is in the portal: that proves nothing', async () => {
  const { world, portal, ask } = stageOf({});
  const other = install(world, portal('alpha'), strangeApp.clientId, 1);
  const { accessToken: auth } = issuePair(world, portal('alpha'), other, 7);

  expect(await (await ask('profile', { auth })).json()).toMatchObject({ result: { ID: '7' } });
});

test('knows no token of another portal', async () => {
  const { world, portal, installed, ask } = stageOf({});
  const { accessToken: auth } = issuePair(world, portal('bravo'), installed('bravo'), 7);

  expect((await ask('profile', { auth })).status).toBe(401);
});

test('a newer notification takes the place of the one with its tag', async () => {
  const { ask, portal } = stageOf({ scopes: ['im'] });
  await ask('im.notify.system.add', { USER_ID: 7, MESSAGE: 'One', TAG: 'T' });
  await ask('im.notify.system.add', { USER_ID: 7, MESSAGE: 'Two', TAG: 'T' });

  expect(portal('alpha').notifications.map(({ message }) => message)).toEqual(['Two']);
});

test('items, tasks and comments can be read and changed again, by a webhook too', async () => {
  const { ask } = stageOf({ key: 'bravo', as: 1, scopes: ['crm', 'task'], nextId: 50 });
  await ask('crm.item.add', { entityTypeId: 2, fields: { title: 'Deal' } });
  await ask('tasks.task.add', { fields: { TITLE: 'Task', RESPONSIBLE_ID: 6 } });
  const fields = { ENTITY_ID: 50, ENTITY_TYPE: 'deal', COMMENT: 'Text' };
  await ask('crm.timeline.comment.add', { fields });
  await ask('crm.item.update', { entityTypeId: 2, id: 50, fields: { stageId: 'WON' } });
  await ask('tasks.task.update', { taskId: 51, fields: { STATUS: '5' } });

  const results = [
    await ask('crm.item.get', { entityTypeId: 2, id: 50 }),
    await ask('tasks.task.get', { taskId: 51 }),
    await ask('crm.timeline.comment.get', { id: 52 }),
    await ask('crm.item.get', { entityTypeId: 2, id: 404 }),
  ];

  expect(await Promise.all(results.map((answer) => answer.json()))).toMatchObject([
    { result: { item: { id: 50, title: 'Deal', stageId: 'WON' } } },
    { result: { task: { id: '51', title: 'Task', STATUS: '5' } } },
    { result: { ID: '52', COMMENT: 'Text' } },
    { error: 'NOT_FOUND' },
  ]);
});

test.each([
  ['a chat', true, 'im.dialog.messages.get', { DIALOG_ID: 'chat90050' }],
  ['comments', false, 'task.commentitem.getlist', { TASKID: 50 }],
])(
  'what is said below a task with %s is read there, and nowhere else',
  async (_card, taskChats, method, asked) => {
    const { ask, portal } = stageOf({ key: 'bravo', as: 1, scopes: ['task', 'im'], nextId: 50 });
    const bravo = portal('bravo');
    bravo.manners = { ...bravo.manners, taskChats };
    await ask('tasks.task.add', { fields: { TITLE: 'Task', RESPONSIBLE_ID: 6 } });
    await ask('task.commentitem.add', { TASKID: 50, FIELDS: { POST_MESSAGE: 'Said' } });
    const other = taskChats ? 'task.commentitem.getlist' : 'im.dialog.messages.get';

    expect(JSON.stringify(await (await ask(method, asked)).json())).toContain('"Said"');
    expect((await ask(other, { TASKID: 50, DIALOG_ID: 'chat90050' })).status).toBe(400);
    const id = bravo.added.find(({ kind }) => kind !== 'task')?.id;
    await ask(taskChats ? 'im.message.delete' : 'task.commentitem.delete', {
      MESSAGE_ID: id,
      TASKID: 50,
      ITEMID: id,
    });
    expect(JSON.stringify(await (await ask(method, asked)).json())).not.toContain('"Said"');
  },
);

test('binds a spot in the name of an administrator only', async () => {
  const { ask } = stageOf({});

  const answer = await ask('placement.bind', { PLACEMENT: 'REST_APP_URI', HANDLER: handler });

  expect([answer.status, await answer.json()]).toMatchObject([403, { error: 'ACCESS_DENIED' }]);
});
