import { expect, test } from 'vitest';
import { openFrame } from '#server/demo/portal/frames.ts';
import {
  frameParent,
  type FrameActs,
  type FrameSetting,
} from '#server/demo/portal/page/frame-protocol.ts';
import { openablePath } from '#server/demo/portal/page/openable-path.ts';
import { readAppMessage } from '#server/demo/portal/page/wire.ts';
import { bitrix24Fixture } from '#test/support/bitrix24-fixture.ts';
import { actors, testWorld } from '#test/support/portal-world.ts';

interface Exchange {
  readonly appToParent: unknown;
  readonly parentToApp: string | null;
}
interface Wire {
  readonly windowName: string;
  readonly exchanges: readonly Exchange[];
  readonly negatives: readonly {
    readonly id: string;
    readonly origin?: string;
    readonly appToParent?: string;
  }[];
  readonly objectForm: { readonly appToParent: unknown };
}
const wire = bitrix24Fixture<Wire>('frame-postmessage-wire');
const [portalHost = '', , sid = ''] = wire.windowName.split('|');
const appOrigin = 'https://app.acme-helpline.example';

interface Shown {
  readonly setting?: Partial<FrameSetting>;
  readonly userId?: number;
}

/**
 * A frame whose acts go to the virtual portal's own server, as those of its page do; what only a browser can
 * show is written down.
 */
function frameOf({ setting = {}, userId = 7 }: Shown = {}) {
  const stage = testWorld();
  stage.installed('alpha');
  stage.chance(sid);
  const clientId = actors.app.client_id;
  const opened = openFrame(stage.world, stage.portal('alpha'), { clientId, userId });
  if (typeof opened === 'string') throw new Error(opened);
  const acted: unknown[] = [];
  const posted: string[] = [];
  const ask = async (act: string, body: object = {}) => {
    const answer = await stage.app(
      new Request(`https://${portalHost}/demo/frame/${sid}/${act}`, {
        method: 'POST',
        headers: { cookie: `PORTAL_PERSON=${userId}`, origin: `https://${portalHost}` },
        body: JSON.stringify(body),
      }),
    );
    return answer?.ok ? ((await answer.json()) as Record<string, unknown>) : undefined;
  };
  const acts: FrameActs = {
    data: async () => (await ask('data')) ?? {},
    refresh: () => ask('refresh'),
    finishInstall: () => void acted.push('finish'),
    setAppOption: async (name, value) => (await ask('app-option', { name, value })) ?? {},
    setUserOption: async (name, value) => void (await ask('user-option', { name, value })),
    resize: (_width, height) => ({ width: 1180, height: Number(height) }),
    setTitle: (title) => void acted.push(['title', title]),
    scrollTo: (top) => void acted.push(['scroll', top]),
    reload: () => void acted.push('reload'),
    openApp: async (params) => void acted.push(['open', params]),
    close: () => void acted.push('close'),
    openPath: async (path) => void acted.push(['path', path]),
    choose: async (what) => [what],
    dial: (how, params) => void acted.push([how, params]),
  };
  const parent = frameParent(
    {
      sid,
      appOrigin,
      placement: 'DEFAULT',
      slider: false,
      isAdmin: userId === 1,
      events: [],
      silentTo: [],
      ...setting,
    },
    acts,
    (text) => posted.push(text),
  );
  return { ...stage, opened, parent, posted, acted, ask };
}

const nameOf = ({ appToParent }: Exchange) =>
  readAppMessage(appToParent)?.command ?? String(appToParent);

/** What the recorded portal was in, where it was not a usual page seen by an ordinary person. */
const settings: Readonly<Record<string, Shown>> = {
  setAppOption: { userId: 1 },
  setValue: { setting: { placement: 'USERFIELD_TYPE' } },
};

const exact = wire.exchanges.filter((one) => nameOf(one) !== 'getInterface');

test.each(exact.map((one) => [nameOf(one), one] as const))(
  'answers as recorded, byte for byte: %s',
  async (name, { appToParent, parentToApp }) => {
    const { parent, posted, opened, chance } = frameOf(settings[name]);
    // tokens are what they are: those of this frame stand in for the recorded ones
    const { pair } = opened.frame;
    const tokens = [...(parentToApp ?? '').matchAll(/"(AUTH_ID|REFRESH_ID)":"(\w+)"/g)];
    const [access = '', refresh = ''] = tokens.map(([, , token = '']) => token);
    if (name === 'refreshAuth') chance(access, refresh);
    const expected = (parentToApp ?? '')
      .replace(name === 'getInitData' ? access : '\0', pair.accessToken)
      .replace(name === 'getInitData' ? refresh : '\0', pair.refreshToken);

    await parent.hear(appOrigin, appToParent);

    expect(posted).toEqual(parentToApp === null ? [] : [expected]);
  },
);

test('tells what it can do, and at least what was recorded', async () => {
  const recorded = wire.exchanges.find((one) => nameOf(one) === 'getInterface')!;
  const { parent, posted } = frameOf();

  await parent.hear(appOrigin, recorded.appToParent);

  const read = (text = '') => JSON.parse(text.slice(text.indexOf('{'))) as Record<string, string[]>;
  const minimal = read(recorded.parentToApp ?? '');
  expect(read(posted[0])['command']).toEqual(expect.arrayContaining(minimal['command'] ?? []));
  expect(read(posted[0])['event']).toEqual(minimal['event']);
});

test('what was recorded as unheard is met with silence', async () => {
  const heard = wire.negatives.filter(({ appToParent }) => appToParent !== undefined);
  const { parent, posted } = frameOf();

  for (const { appToParent } of heard) await parent.hear(appOrigin, appToParent);
  await parent.hear('https://attacker.example', wire.exchanges[0]?.appToParent);
  await parent.hear(appOrigin, wire.objectForm.appToParent);

  expect(heard.map(({ id }) => id)).toEqual(['wrong-appsid', 'unknown-command']);
  expect(posted).toEqual([]);
});

test('reads a command with a colon in its name, which comes as an object', () => {
  expect(readAppMessage(wire.objectForm.appToParent)).toEqual({
    command: 'Vendor:command',
    params: [],
    callbackId: '0000001e-0000-4000-8000-00000000001e',
    sid,
  });
});

test.each([
  ['nothing', ''],
  ['one word', 'getInitData'],
  ['no callback', `getInitData:${sid}`],
  ['no JSON', `setTitle:{"title":1:00000001-0000-4000-8000-000000000001:${sid}`],
  ['a number', 7],
  ['null', null],
  ['an object of something else', { type: 'webpack' }],
])('hears nothing in %s', async (_what, data) => {
  const { parent, posted } = frameOf();

  await parent.hear(appOrigin, data);

  expect(posted).toEqual([]);
});

const message = (command: string, params?: unknown) =>
  `${command}${params === undefined ? '' : `:${JSON.stringify(params)}`}:id-1:${sid}`;

test.each([
  ['setTitle', 'in a spot', { placement: 'CRM_DEAL_DETAIL_TAB' }],
  ['setScroll', 'in a spot', { placement: 'CRM_DEAL_DETAIL_TAB' }],
  ['reloadWindow', 'in a spot', { placement: 'CRM_DEAL_DETAIL_TAB' }],
  ['resizeWindow', 'in a slider', { slider: true }],
  ['placementBindEvent', 'on the page of the app', { events: ['onCrmEntityUpdate'] }],
  ['setAppOption', 'by an ordinary person', {}],
  ['setValue', 'outside a field', {}],
  ['toString', 'at all', {}],
  ['constructor', 'at all', {}],
])('denies %s %s, in silence', async (command, _where, setting) => {
  const { parent, posted, acted, portal } = frameOf({ setting });

  await parent.hear(appOrigin, message(command, { title: 'x', name: 'a', value: 'b' }));

  expect([posted, acted]).toEqual([[], []]);
  expect(portal('alpha').installs.get(actors.app.client_id)?.options).toEqual({});
});

test('an ill portal answers nothing that it should not', async () => {
  const { parent, posted, acted } = frameOf({ setting: { silentTo: ['getInitData', 'setTitle'] } });

  await parent.hear(appOrigin, message('getInitData'));
  await parent.hear(appOrigin, message('setTitle', { title: 'x' }));
  await parent.hear(appOrigin, message('setScroll', { scroll: 1 }));

  expect(posted).toEqual(['id-1:{"scroll":1}']);
  expect(acted).toEqual([['scroll', 1]]);
});

test('keeps silent where there are no new tokens', async () => {
  const { parent, posted, portal } = frameOf();
  portal('alpha').people.get(7)!.active = false;

  await parent.hear(appOrigin, message('refreshAuth'));

  expect(posted).toEqual([]);
});

test('tells of an event once it was asked, as often as it happens', async () => {
  const setting = { placement: 'CRM_DEAL_DETAIL_TAB', events: ['onCrmEntityUpdate'] };
  const { parent, posted } = frameOf({ setting });
  parent.fire('onCrmEntityUpdate', { ID: '0' });

  await parent.hear(appOrigin, message('placementBindEvent', { event: 'onCrmEntityUpdate' }));
  parent.fire('onCrmEntityUpdate', { ID: '1' });
  parent.fire('onCrmEntityUpdate', { ID: '2' });
  parent.fire('onSomethingElse', { ID: '3' });

  expect(posted).toEqual(['id-1:', 'id-1:{"ID":"1"}', 'id-1:{"ID":"2"}']);
});

test('opens the app in a slider, and answers when it is closed', async () => {
  const { parent, posted, acted } = frameOf();

  await parent.hear(appOrigin, message('openApplication', { view: 'new', bx24_width: 900 }));

  expect(acted).toEqual([['open', { view: 'new', bx24_width: 900 }]]);
  expect(posted).toEqual(['id-1:']);
});

test.each([
  ['/company/personal/user/7/', '/company/personal/user/7/'],
  [
    '/crm/type/0/details/0/../../../../../company/personal/user/7/?IFRAME=Y',
    '/company/personal/user/7/?IFRAME=Y',
  ],
  ['/bitrix/admin/', undefined],
  ['//attacker.example/company/personal/user/7/', undefined],
  ['https://attacker.example/', undefined],
  ['/company/personal/user/7/../../../../bitrix/admin/', undefined],
])('lets an app open %s as %s', (path, opened) => {
  expect(openablePath(path)).toBe(opened);
});

test('a page of another portal, or of another person, gets nothing of a frame', async () => {
  const { app, world } = frameOf();
  const asked = (host: string, person: number, origin = `https://${host}`) =>
    app(
      new Request(`https://${host}/demo/frame/${sid}/data`, {
        method: 'POST',
        headers: { cookie: `PORTAL_PERSON=${person}`, origin },
        body: '{}',
      }),
    );

  const answers = await Promise.all([
    asked('bravo-fixture.bitrix24.com', 7),
    asked(portalHost, 1),
    asked(portalHost, 7, 'https://attacker.example'),
    asked(portalHost, 7),
  ]);

  expect(answers.map((answer) => answer?.status)).toEqual([403, 403, 403, 200]);
  expect(world.frames.get(sid)?.fresh).toBe(false);
});
