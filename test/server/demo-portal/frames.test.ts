import { expect, test } from 'vitest';
import { frameData, openFrame, refreshFrame, type FrameWish } from '#server/demo/portal/frames.ts';
import { renamePortal } from '#server/demo/portal/portal-acts.ts';
import type { PortalKey } from '#server/demo/portal/virtual-portals.ts';
import { bitrix24Fixture, type PostFixture } from '#test/support/bitrix24-fixture.ts';
import { actors, testWorld, type TestWorld } from '#test/support/portal-world.ts';

const clientId = actors.app.client_id;

/** Binds the app to a spot, as its installer would. */
function bind({ portal }: TestWorld, placement: string, key: PortalKey = 'alpha') {
  const handler = 'https://app.acme-helpline.example/b24/app';
  portal(key).installs.get(clientId)?.placements.push({
    placement,
    userId: 0,
    handler,
    options: {},
    title: '',
    description: '',
    langAll: {},
  });
}

interface Arranged {
  readonly key?: PortalKey;
  readonly scopes?: readonly string[];
  readonly wish?: Partial<FrameWish>;
  readonly finished?: boolean;
  readonly host?: string;
}

const posts: readonly (readonly [string, Arranged])[] = [
  ['default', {}],
  ['install', { finished: false, wish: { userId: 1 } }],
  [
    'crm-deal-tab',
    {
      scopes: ['crm'],
      wish: {
        placement: 'CRM_DEAL_DETAIL_TAB',
        options: {
          ID: '8061',
          URI: '/crm/deal/details/8061/?any=details%2F8061%2F&IFRAME=Y&IFRAME_TYPE=SIDE_SLIDER',
        },
      },
    },
  ],
  [
    'user-profile-menu',
    { wish: { placement: 'USER_PROFILE_MENU', options: { USER_ID: '7', URI: '/stream/' } } },
  ],
  [
    'rest-app-uri',
    {
      wish: {
        placement: 'REST_APP_URI',
        options: { ticket: 'HL-2026-000042', view: 'thread', URI: '/company/personal/user/7/' },
      },
    },
  ],
  [
    'im-sidebar',
    {
      scopes: ['im'],
      wish: { placement: 'IM_SIDEBAR', options: { dialogId: 'chat42', URI: '/online/' } },
    },
  ],
  [
    'slider',
    {
      wish: {
        slider: true,
        options: {
          view: 'new',
          IFRAME: 'Y',
          IFRAME_TYPE: 'SIDE_SLIDER',
          URI: '/marketplace/app/5/',
        },
      },
    },
  ],
  ['onprem-legacy', { key: 'box', host: 'portal.romashka.example:8443', wish: { userId: 3 } }],
];

test.each(posts)('opens a frame as recorded: %s', (name, arranged) => {
  const { request } = bitrix24Fixture<PostFixture>(`iframe-post-${name}`);
  const { key = 'alpha', scopes = [], wish = {}, finished = true, host } = arranged;
  const stage = testWorld(scopes);
  if (host) renamePortal(stage.portal(key), host);
  stage.installed(key, finished);
  if (wish.placement) bind(stage, wish.placement, key);
  const sid = request.query['APP_SID'] ?? '';
  stage.chance(sid, request.body['AUTH_ID'] ?? '', request.body['REFRESH_ID'] ?? '');

  const opened = openFrame(stage.world, stage.portal(key), { clientId, userId: 7, ...wish });

  expect(opened).toMatchObject({
    post: {
      iframeName: request.iframeName,
      url: request.url,
      body: request.rawBody,
      appOrigin: 'https://app.acme-helpline.example',
    },
  });
});

test('writes odd options as they were seen, whatever they are', () => {
  const { values } = bitrix24Fixture<{ values: readonly string[] }>('iframe-post-odd-options');
  const { world, portal, installed } = testWorld();
  installed('alpha');

  const written = values.map((rawOptions) => {
    const opened = openFrame(world, portal('alpha'), { clientId, userId: 7, rawOptions });
    return typeof opened === 'string' ? opened : opened.post.fields['PLACEMENT_OPTIONS'];
  });

  expect(written).toEqual(values);
});

test.each([
  ['the app is not in the portal', 'not_in_portal', 7, () => undefined],
  [
    'an ordinary person while it is not finished',
    'not_finished',
    7,
    (stage) => stage.installed('alpha', false),
  ],
  [
    'somebody without access',
    'no_access',
    7,
    (stage) => void (stage.installed('alpha').allowed = new Set([1])),
  ],
  [
    'somebody who left',
    'no_such_person',
    7,
    (stage) => {
      stage.installed('alpha');
      stage.portal('alpha').people.get(7)!.active = false;
    },
  ],
] as const satisfies readonly (readonly [string, string, number, (stage: TestWorld) => unknown])[])(
  'shows no app to %s',
  (_case, refusal, userId, arrange) => {
    const stage = testWorld();
    arrange(stage);

    expect(openFrame(stage.world, stage.portal('alpha'), { clientId, userId })).toBe(refusal);
  },
);

test.each([
  ['a trial that ended', 'T', -1, 'not_paid'],
  ['a paid app within its two weeks', 'P', -13, undefined],
  ['a paid app after them', 'P', -15, 'not_paid'],
] as const)('shows %s, or not', (_what, status, days, refusal) => {
  const { world, portal, installed } = testWorld();
  Object.assign(installed('alpha'), { status, paidUntil: actors.now + days * 86_400 });

  const opened = openFrame(world, portal('alpha'), { clientId, userId: 7 });

  expect(typeof opened === 'string' ? opened : undefined).toBe(refusal);
});

test('a spot that the app is not bound to stays empty', () => {
  const { world, portal, installed } = testWorld();
  installed('alpha');
  const wish = { clientId, userId: 7, placement: 'USER_PROFILE_MENU' };

  expect(openFrame(world, portal('alpha'), wish)).toBe('not_bound');
});

type Answers = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
const answers = bitrix24Fixture<Answers>('frame-getinitdata-replies');

interface Asked extends Arranged {
  readonly arrange?: (stage: TestWorld) => void;
  readonly withoutAuth?: boolean;
}

const asked: readonly (readonly [string, Asked])[] = [
  ['default', {}],
  [
    'admin',
    {
      wish: { userId: 1 },
      arrange: ({ portal }) => {
        const made = portal('alpha').installs.get(clientId)!;
        made.options['theme'] = 'light';
        made.userOptions.set(1, { draft: '1' });
      },
    },
  ],
  ['install', { finished: false, wish: { userId: 1 } }],
  [
    'crmDealTab',
    {
      scopes: ['crm'],
      wish: {
        placement: 'CRM_DEAL_DETAIL_TAB',
        options: { ID: '8061', URI: '/crm/deal/details/8061/?IFRAME=Y&IFRAME_TYPE=SIDE_SLIDER' },
      },
    },
  ],
  ['slider', { wish: { slider: true, options: { view: 'new', IFRAME: 'Y' } } }],
  ['optionsEmptyString', { arrange: (stage) => setEmpty(stage, '') }],
  ['optionsNull', { arrange: (stage) => setEmpty(stage, null) }],
  ['optionsArray', { arrange: (stage) => setEmpty(stage, []) }],
  ['onPremise', { key: 'box', host: 'portal.romashka.example:8443', wish: { userId: 3 } }],
  ['noAuth', { withoutAuth: true }],
];

function setEmpty({ portal }: TestWorld, emptyFrameOptions: '' | null | readonly []) {
  const alpha = portal('alpha');
  alpha.manners = { ...alpha.manners, emptyFrameOptions };
}

test('every recorded answer of a frame is one of these', () => {
  const recorded = Object.keys(answers).filter((name) => name !== '_meta');

  expect(asked.map(([name]) => name)).toEqual(recorded);
});

test.each(asked)('says of a frame what was recorded: %s', (name, arranged) => {
  const answer = answers[name] ?? {};
  const { key = 'alpha', scopes, wish = {}, finished = true, host, withoutAuth = false } = arranged;
  const stage = testWorld(scopes);
  if (host) renamePortal(stage.portal(key), host);
  stage.installed(key, finished);
  if (wish.placement) bind(stage, wish.placement, key);
  stage.portal(key).ailments.framesWithoutAuth = withoutAuth;
  arranged.arrange?.(stage);
  stage.chance('0'.repeat(32), String(answer['AUTH_ID'] ?? ''), String(answer['REFRESH_ID'] ?? ''));
  const opened = openFrame(stage.world, stage.portal(key), { clientId, userId: 7, ...wish });
  if (typeof opened === 'string') throw new Error(opened);

  expect(JSON.stringify(frameData(opened.frame))).toBe(JSON.stringify(answer));
});

test('only the first answer of a rendering is a first run', () => {
  const { world, portal, installed } = testWorld();
  installed('alpha', false);
  const opened = openFrame(world, portal('alpha'), { clientId, userId: 1 });
  if (typeof opened === 'string') throw new Error(opened);

  const runs = [1, 2].map(() => frameData(opened.frame)['FIRST_RUN']);

  expect(runs).toEqual([true, false]);
});

test('new tokens for a frame are as recorded, and none come where there is nothing to be had', () => {
  const { ok } = bitrix24Fixture<{ ok: Record<string, string> }>('frame-refreshauth-replies');
  const { world, portal, installed, chance } = testWorld();
  installed('alpha');
  const opened = openFrame(world, portal('alpha'), { clientId, userId: 7 });
  if (typeof opened === 'string') throw new Error(opened);
  chance(ok['AUTH_ID'] ?? '', ok['REFRESH_ID'] ?? '');

  const fresh = refreshFrame(world, opened.frame);
  portal('alpha').ailments.cutOffFromOAuth = true;

  expect(JSON.stringify(fresh)).toBe(JSON.stringify(ok));
  expect(refreshFrame(world, opened.frame)).toBeUndefined();
});
