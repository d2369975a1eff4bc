import { expect, test } from 'vitest';
import { faults, setFault } from '#server/demo/portal/faults.ts';
import { install, uninstall } from '#server/demo/portal/install-acts.ts';
import { deletePortal, renamePortal } from '#server/demo/portal/portal-acts.ts';
import { endToken, findRefresh, issuePair } from '#server/demo/portal/tokens.ts';
import type { PortalKey } from '#server/demo/portal/virtual-portals.ts';
import { bitrix24Fixture } from '#test/support/bitrix24-fixture.ts';
import { actors, strangeApp, testWorld } from '#test/support/portal-world.ts';

const clientId = actors.app.client_id;
const east = 'https://oauth.bitrix24.tech';
const west = 'https://oauth.bitrix.info';

interface Recorded {
  readonly status: number;
  readonly body: unknown;
}
const facts = bitrix24Fixture<Readonly<Record<string, Recorded>>>('oauth-app-info');
const refreshed = bitrix24Fixture<
  Readonly<Record<string, Recorded>> & { readonly errors: readonly Recorded[] }
>('oauth-token-refresh');

function stageOf(key: PortalKey = 'alpha', as = 7, finished = true) {
  const base = testWorld();
  const own = base.installed(key, finished);
  const pair = issuePair(base.world, base.portal(key), own, as);
  const get = async (path: string, at = east) => (await base.app(new Request(`${at}${path}`)))!;
  const info = (at = east, token = pair.accessToken) => get(`/rest/app.info?auth=${token}`, at);
  const renew = async (more: Readonly<Record<string, string>> = {}, at = east) => {
    const body = new URLSearchParams({
      grant_type: 'refresh_token',
      client_id: clientId,
      client_secret: actors.app.client_secret,
      refresh_token: pair.refreshToken,
      ...more,
    });
    return (await base.app(new Request(`${at}/oauth/token/`, { method: 'POST', body })))!;
  };
  return { ...base, own, pair, get, info, renew };
}
type Stage = ReturnType<typeof stageOf>;

async function expectRecorded(answer: Response, { status, body }: Recorded) {
  const text = await answer.text();
  expect(text === '' ? '' : JSON.stringify(JSON.parse(text))).toBe(
    body === '' ? '' : JSON.stringify(body),
  );
  expect(answer.status).toBe(status);
}

const known: readonly (readonly [string, () => Promise<Response>])[] = [
  ['ok', () => stageOf().info()],
  ['okAdmin', () => stageOf('alpha', 1).info()],
  ['okBravo', () => stageOf('bravo', 3).info(west)],
  ['okOnPremise', () => stageOf('box', 3).info()],
  [
    'okOnPremisePort',
    () => {
      const stage = stageOf('box', 3);
      const box = stage.portal('box');
      renamePortal(box, 'portal.romashka.example:8443');
      box.manners = { ...box.manners, oauthNamesPort: true };
      return stage.info();
    },
  ],
  [
    'otherApp',
    () => {
      const { world, portal, info } = stageOf();
      const other = install(world, portal('alpha'), strangeApp.clientId, 1);
      other.installed = true;
      return info(east, issuePair(world, portal('alpha'), other, 7).accessToken);
    },
  ],
  ['otherPortal', () => stageOf('bravo', 7).info(west)],
  ['notInstalled', () => stageOf('alpha', 7, false).info()],
  [
    'domainMismatch',
    () => {
      const stage = stageOf();
      renamePortal(stage.portal('alpha'), 'alpha-renamed.bitrix24.ru');
      return stage.info();
    },
  ],
  [
    'expired',
    () => {
      const stage = stageOf();
      endToken(stage.world, stage.pair.accessToken);
      return stage.info();
    },
  ],
  ['invalid', () => stageOf().info(east, 'f'.repeat(70))],
  ['noAuth', () => stageOf().get('/rest/app.info')],
  [
    'payment',
    () => {
      const stage = stageOf();
      stage.own.paidUntil = actors.now - 15 * 86_400;
      return stage.info();
    },
  ],
  [
    'uninstalled',
    () => {
      const stage = stageOf();
      uninstall(stage.world, stage.portal('alpha'), clientId, true);
      return stage.info();
    },
  ],
  [
    'down',
    () => {
      const stage = stageOf();
      setFault(stage.world, 'oauth.bitrix24.tech', 'app.info', faults.down);
      return stage.info();
    },
  ],
];

test.each(known)('says of a token what was recorded, byte for byte: %s', async (name, ask) => {
  await expectRecorded(await ask(), facts[name]!);
});

test('every recorded answer of an OAuth server is shown', () => {
  const recorded = Object.keys(facts).filter((name) => !['_meta', 'requestExample'].includes(name));
  const elsewhere = ['userIdMissing', 'html', 'timeout'];

  expect([...known.map(([name]) => name), ...elsewhere].toSorted()).toEqual(recorded.toSorted());
});

test('a fault makes it leave out whom a token is of, be a page, or be late', async () => {
  const stage = stageOf();
  const missing = facts['userIdMissing']!;
  const host = 'oauth.bitrix24.tech';
  setFault(stage.world, host, 'app.info', { body: JSON.stringify(missing.body), times: 1 });
  await expectRecorded(await stage.info(), missing);

  setFault(stage.world, host, 'app.info', { ...faults.html, times: 1 });
  expect(await (await stage.info()).text()).toBe(facts['html']?.body);

  setFault(stage.world, host, 'app.info', { ...faults.late, times: 1 });
  await expectRecorded(await stage.info(), facts['ok']!);
  expect(stage.waits).toEqual([15_000]);
});

test('knows no token of the other one’s portals', async () => {
  await expectRecorded(await stageOf().info(west), facts['invalid']!);
});

const renewals: readonly (readonly [string, (stage: Stage) => void, PortalKey])[] = [
  ['ok', () => undefined, 'alpha'],
  [
    'okScopeList',
    ({ portal }) => {
      const alpha = portal('alpha');
      alpha.manners = { ...alpha.manners, refreshedScope: 'list' };
    },
    'alpha',
  ],
  ['okOnPremise', () => undefined, 'box'],
];

test.each(renewals)('renews a pair as recorded, byte for byte: %s', async (name, arrange, key) => {
  const stage = stageOf(key, 1);
  const { access_token: access = '', refresh_token: refresh = '' } = refreshed[name]!
    .body as Record<string, string>;
  arrange(stage);
  stage.chance(access, refresh);

  await expectRecorded(await stage.renew(), refreshed[name]!);
});

const codeOf = ({ body }: Recorded) => (body as { error?: string }).error ?? '';
const refusal = (error: string) => refreshed.errors.find((one) => codeOf(one) === error)!;
const emptyOf = (status: number) => refreshed.errors.find((one) => one.status === status)!;

const refusals: readonly (readonly [string, Recorded, (stage: Stage) => Promise<Response>])[] = [
  ['no such refresh token', refusal('invalid_grant'), ({ renew }) => renew({ refresh_token: 'f' })],
  ['no such app', refusal('invalid_client'), ({ renew }) => renew({ client_id: 'app.none' })],
  ['a wrong secret', refusal('wrong_client'), ({ renew }) => renew({ client_secret: 'wrong' })],
  ['a grant that is none', refusal('invalid_request'), ({ renew }) => renew({ grant_type: 'no' })],
  ['more than it has', refusal('invalid_scope'), ({ renew }) => renew({ scope: 'crm' })],
  [
    'what was not paid for',
    refusal('PAYMENT_REQUIRED'),
    ({ own, renew }) => {
      own.paidUntil = actors.now - 15 * 86_400;
      return renew();
    },
  ],
  [
    'an app that left',
    refusal('NOT_INSTALLED'),
    ({ world, portal, renew }) => {
      uninstall(world, portal('alpha'), clientId, false);
      return renew();
    },
  ],
  [
    'a portal that is gone',
    emptyOf(404),
    ({ portal, renew }) => {
      deletePortal(portal('alpha'));
      return renew();
    },
  ],
  [
    'while it is down',
    emptyOf(503),
    ({ world, renew }) => {
      setFault(world, 'oauth.bitrix24.tech', 'oauth.token', faults.down);
      return renew();
    },
  ],
];

test.each(refusals)('refuses a new pair as recorded: %s', async (_case, recorded, act) => {
  await expectRecorded(await act(stageOf('alpha', 1)), recorded);
});

test('the pair of another portal comes for its own token, as recorded', async () => {
  const stage = stageOf('bravo', 1);
  const recorded = refreshed.errors.at(-1)!;
  const { access_token: access = '', refresh_token: refresh = '' } = recorded.body as Record<
    string,
    string
  >;
  stage.chance(access, refresh);

  await expectRecorded(await stage.renew({}, west), recorded);
});

test('a refresh token works once', async () => {
  const { renew } = stageOf('alpha', 1);
  await renew();

  await expectRecorded(await renew(), refusal('invalid_grant'));
});

test('an answer that is lost has still spent the refresh token', async () => {
  const { world, renew, pair } = stageOf('alpha', 1);
  setFault(world, 'oauth.bitrix24.tech', 'oauth.token', { ...faults.cut, times: 1 });

  await expect((await renew()).text()).rejects.toThrow();

  expect(findRefresh(world, pair.refreshToken)?.refreshDead).toBe(true);
});

test('takes the query as well as a form', async () => {
  const { get, pair } = stageOf('alpha', 1);
  const query = new URLSearchParams({
    grant_type: 'refresh_token',
    client_id: clientId,
    client_secret: actors.app.client_secret,
    refresh_token: pair.refreshToken,
  });

  expect((await get(`/oauth/token/?${query}`)).status).toBe(200);
});

interface CodeFixture {
  readonly authorize: string;
  readonly callback: string;
  readonly tokenRequest: string;
  readonly tokenReply: Recorded;
}
const byCode = bitrix24Fixture<CodeFixture>('oauth-authorization-code');
const code = new URL(byCode.callback).searchParams.get('code') ?? '';

/** A person who is signed in at the portal comes from outside. */
async function callback({ app, chance }: Stage): Promise<string | null> {
  chance(code);
  const headers = { cookie: 'PORTAL_PERSON=7' };
  const answer = await app(new Request(byCode.authorize, { headers }));
  return answer?.headers.get('location') ?? null;
}
const spend = async ({ app }: Stage) =>
  (await app(new Request(byCode.tokenRequest.replace('***', actors.app.client_secret))))!;

test('lets a person in from outside as recorded, once', async () => {
  const stage = stageOf();
  const { access_token: access = '', refresh_token: refresh = '' } = byCode.tokenReply
    .body as Record<string, string>;

  expect(await callback(stage)).toBe(byCode.callback);
  stage.chance(access, refresh);
  await expectRecorded(await spend(stage), byCode.tokenReply);
  expect((await spend(stage)).status).toBe(400);
});

test('a code lives half a minute', async () => {
  const stage = stageOf();
  await callback(stage);
  stage.pass(30);

  expect((await spend(stage)).status).toBe(400);
});

test('remembers where a secret went, and no value', async () => {
  const { world, renew, info } = stageOf('alpha', 1);
  await info();
  await renew();

  expect(world.requests).toEqual([
    {
      host: 'oauth.bitrix24.tech',
      method: 'GET',
      path: '/rest/app.info',
      names: ['auth'],
      hasSecret: false,
    },
    {
      host: 'oauth.bitrix24.tech',
      method: 'POST',
      path: '/oauth/token/',
      names: ['client_id', 'client_secret', 'grant_type', 'refresh_token'],
      hasSecret: true,
    },
  ]);
});
