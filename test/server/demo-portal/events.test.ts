import { expect, test } from 'vitest';
import {
  confirmMethod,
  finishInstall,
  setPayment,
  uninstall,
  update,
} from '#server/demo/portal/install-acts.ts';
import { changeItem, changeTask } from '#server/demo/portal/change-item.ts';
import { parseQuery } from '#server/demo/portal/php.ts';
import { handOverToSystem, hire } from '#server/demo/portal/portal-acts.ts';
import { sendEvent } from '#server/demo/portal/send-event.ts';
import { issuePair } from '#server/demo/portal/tokens.ts';
import type { PortalKey } from '#server/demo/portal/virtual-portals.ts';
import { bitrix24Fixture } from '#test/support/bitrix24-fixture.ts';
import { actors, testWorld, type TestWorld } from '#test/support/portal-world.ts';

const clientId = actors.app.client_id;
const handler = 'https://app.acme-helpline.example/b24/events';

interface Sent {
  readonly rawBody: string;
  readonly url: string;
  readonly parsed: { readonly auth: Readonly<Record<string, string>> };
}
interface EventFixture {
  readonly request: Sent;
  readonly variantWithAuth?: Sent;
}

/** The app in a portal, with tokens of person 1 as recorded and bound to the event. */
function bound(
  stage: TestWorld,
  event: string,
  auth: Readonly<Record<string, string>>,
  { key = 'alpha', finished = true }: { key?: PortalKey; finished?: boolean } = {},
) {
  const install = stage.installed(key, finished);
  install.events.push({ id: 17, event, handler, authType: 0, offline: false });
  if (auth['access_token']) {
    stage.chance(auth['access_token'], auth['refresh_token'] ?? '');
    issuePair(stage.world, stage.portal(key), install, 1);
  }
  return install;
}

type Acting = (stage: TestWorld, recorded: Sent) => void;

const recordings: readonly (readonly [string, Acting])[] = [
  [
    'event-onappinstall',
    (stage, { parsed }) => {
      bound(stage, 'ONAPPINSTALL', parsed.auth, { finished: false });
      finishInstall(stage.world, stage.portal('alpha'), clientId);
    },
  ],
  [
    'event-onappinstall-onprem',
    (stage, { parsed }) => {
      bound(stage, 'ONAPPINSTALL', parsed.auth, { key: 'box', finished: false });
      finishInstall(stage.world, stage.portal('box'), clientId);
    },
  ],
  [
    'event-onappupdate',
    (stage, { parsed: { auth } }) => {
      bound(stage, 'ONAPPUPDATE', {});
      const { application_token: own = '', access_token: access = '' } = auth;
      stage.chance(own, access, auth['refresh_token'] ?? '');
      update(stage.world, stage.portal('alpha'), clientId, { version: 4, rotate: true });
    },
  ],
  [
    'event-onappuninstall-clean1',
    (stage) => {
      bound(stage, 'ONAPPUNINSTALL', {});
      uninstall(stage.world, stage.portal('alpha'), clientId, true);
    },
  ],
  [
    'event-onappuninstall-clean0',
    (stage) => {
      bound(stage, 'ONAPPUNINSTALL', {});
      uninstall(stage.world, stage.portal('alpha'), clientId, false);
    },
  ],
  [
    'event-onapppayment',
    (stage) => {
      bound(stage, 'ONAPPPAYMENT', {});
      setPayment(stage.world, stage.portal('alpha'), clientId, { status: 'S', days: 28 });
    },
  ],
  [
    'event-onuseradd',
    (stage, { parsed }) => {
      bound(stage, 'ONUSERADD', parsed.auth);
      hire(stage.world, stage.portal('alpha'), {
        ...stage.portal('alpha').people.get(7)!,
        id: 55,
        name: 'Мария',
        lastName: 'Примерова',
        email: 'maria@romashka.example',
      });
    },
  ],
  [
    'event-onappmethodconfirm',
    (stage) => {
      bound(stage, 'ONAPPMETHODCONFIRM', {});
      stage.chance('7ba9390ab7cf63941a8ce29545e6dfd1');
      const method = 'voximplant.infocall.startwithsound';
      confirmMethod(stage.world, stage.portal('alpha'), clientId, method, true);
    },
  ],
  [
    'event-onapptest',
    (stage, { parsed }) => {
      const install = bound(stage, 'ONAPPTEST', parsed.auth);
      const data = { QUERY: { ping: '1' } };
      const event = { name: 'ONAPPTEST', data, auth: 'full', userId: 1 } as const;
      sendEvent(stage.world, stage.portal('alpha'), install, event);
    },
  ],
];

test.each(recordings)('sends the event as recorded, byte for byte: %s', (name, act) => {
  const { request } = bitrix24Fixture<EventFixture>(name);
  const stage = testWorld();

  act(stage, request);

  expect(stage.sent.map(({ url, body }) => ({ url, body }))).toEqual([
    { url: request.url, body: request.rawBody },
  ]);
});

test('a payment may come with the tokens of whoever installed the app', () => {
  const { variantWithAuth: recorded } = bitrix24Fixture<EventFixture>('event-onapppayment');
  const stage = testWorld();
  const alpha = stage.portal('alpha');
  alpha.manners = { ...alpha.manners, paymentEventHasTokens: true };
  bound(stage, 'ONAPPPAYMENT', recorded!.parsed.auth);

  setPayment(stage.world, alpha, clientId, { status: 'P', days: -1 });

  expect(stage.sent[0]?.body).toBe(recorded?.rawBody);
});

test('an app hears nothing before its installation is finished, and nothing after it left', () => {
  const stage = testWorld();
  const alpha = stage.portal('alpha');
  const install = bound(stage, 'ONUSERADD', {}, { finished: false });
  const newcomer = { ...alpha.people.get(7)!, id: 56 };

  hire(stage.world, alpha, newcomer);
  expect(stage.sent).toEqual([]);

  finishInstall(stage.world, alpha, clientId);
  uninstall(stage.world, alpha, clientId, false);
  hire(stage.world, alpha, newcomer);

  expect(install.events).toEqual([]);
  expect(stage.sent).toEqual([]);
});

test('an update takes away what the app had bound and opens the installer again', () => {
  const stage = testWorld();
  const install = bound(stage, 'ONAPPUPDATE', {});

  update(stage.world, stage.portal('alpha'), clientId, { version: 4 });

  expect(install).toMatchObject({ version: 4, installed: false, events: [], placements: [] });
  expect(stage.sent.map(({ event }) => event)).toEqual(['ONAPPUPDATE']);
});

test('finishing twice sends one event', () => {
  const stage = testWorld();
  bound(stage, 'ONAPPINSTALL', {}, { finished: false });

  finishInstall(stage.world, stage.portal('alpha'), clientId);
  finishInstall(stage.world, stage.portal('alpha'), clientId);

  expect(stage.sent).toHaveLength(1);
});

test('what an app kept is there again after it left without its data, and gone where that went too', () => {
  const stage = testWorld();
  const alpha = stage.portal('alpha');
  stage.installed('alpha').options['theme'] = 'dark';

  uninstall(stage.world, alpha, clientId, false);
  const again = stage.installed('alpha');
  expect(again.options).toEqual({ theme: 'dark' });

  uninstall(stage.world, alpha, clientId, true);
  expect(stage.installed('alpha').options).toEqual({});
});

test('a change of an item or a task is told to apps and to handlers set by hand, with its number alone', () => {
  const stage = testWorld(['crm', 'task']);
  const bravo = stage.portal('bravo');
  const install = stage.installed('bravo');
  install.events.push({
    id: 5,
    event: 'ONCRMDYNAMICITEMUPDATE',
    handler,
    authType: 0,
    offline: false,
  });
  bravo.outgoing.push({
    id: 9,
    events: ['ONCRMDYNAMICITEMUPDATE', 'ONTASKUPDATE'],
    handler: 'https://vendor.example/hook',
    applicationToken: 'by-hand',
  });
  bravo.added.push(
    { kind: 'crm.item.1302', id: 24, fields: { title: 'Old' } },
    { kind: 'task', id: 123, fields: {} },
  );

  changeItem(stage.world, bravo, 1302, 24, { title: 'New' }, 6);
  changeItem(stage.world, bravo, 1302, 404, { title: 'New' }, 6);
  changeTask(stage.world, bravo, 123, { STATUS: '5' }, 6);

  expect(bravo.added[0]?.fields).toMatchObject({ title: 'New' });
  expect(stage.sent.map(({ event, url }) => [event, url])).toEqual([
    ['ONCRMDYNAMICITEMUPDATE', handler],
    ['ONCRMDYNAMICITEMUPDATE', 'https://vendor.example/hook'],
    ['ONTASKUPDATE', 'https://vendor.example/hook'],
  ]);
  expect(parseQuery(stage.sent[0]?.body ?? '')).toMatchObject({
    data: { FIELDS: { ID: '24', ENTITY_TYPE_ID: '1302' } },
    auth: { user_id: '6' },
  });
  expect(parseQuery(stage.sent[1]?.body ?? '')).toEqual({
    event: 'ONCRMDYNAMICITEMUPDATE',
    event_handler_id: '9',
    data: { FIELDS: { ID: '24', ENTITY_TYPE_ID: '1302' } },
    ts: String(actors.now),
    auth: {
      domain: 'bravo-fixture.bitrix24.com',
      server_endpoint: 'https://oauth.bitrix.info/rest/',
      client_endpoint: 'https://bravo-fixture.bitrix24.com/rest/',
      member_id: bravo.memberId,
      application_token: 'by-hand',
    },
  });
});

test('whoever installed the app may leave, and events come in the name of a technical user', () => {
  const stage = testWorld();
  const alpha = stage.portal('alpha');
  bound(stage, 'ONAPPPAYMENT', {});
  alpha.manners = { ...alpha.manners, paymentEventHasTokens: true };

  handOverToSystem(alpha, clientId, 100);
  setPayment(stage.world, alpha, clientId, { status: 'S', days: 30 });

  expect(parseQuery(stage.sent[0]?.body ?? '')).toMatchObject({ auth: { user_id: '100' } });
});
