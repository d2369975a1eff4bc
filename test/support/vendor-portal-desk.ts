import type { SentEvent } from '#server/demo/portal/world.ts';
import type { VirtualPortal } from '#server/demo/portal/virtual-portal.ts';
import { demoAgent } from '#server/demo/seed.ts';
import {
  saveVendorPortal,
  vendorPortalKeyPlace,
  vendorPortalUrlPlace,
} from '#server/features/vendor-portal/vendor-portals.repository.ts';
import { vendorPortalSettings } from '#server/features/vendor-portal/vendor-portal-settings.ts';
import { workVendorPortals } from '#server/features/vendor-portal/work-portal.ts';
import type { TestDatabase } from '#test/support/database.ts';
import { portalDesk, type PortalDesk } from '#test/support/portal-desk.ts';

/** The secret of its incoming webhook, and the token of its outgoing one. */
export const hookSecret = 'vendorhooksecret0001';
export const eventToken = 'b'.repeat(32);
export const smartProcess = 1302;

/** Our server beside the own portal of a vendor: Modme's is Bravo. */
export interface VendorPortalDesk extends PortalDesk {
  readonly bravo: VirtualPortal;
  connect(settings?: object): Promise<void>;
  /** Does what is to be done at the portal, and hands over what it tells, until nothing is left for now. */
  work(worker?: string): Promise<void>;
  hear(event: Pick<SentEvent, 'body'>): Promise<Response>;
  /** What stands in the portal, by kind. */
  added(
    kind: string,
  ): { readonly id: number; readonly fields: Readonly<Record<string, unknown>> }[];
  /** How often a method was called. */
  calls(method: string): number;
}

export const usualSettings = {
  agent: demoAgent.id,
  item: {
    entityTypeId: smartProcess,
    fields: { ufCrm44Portal: 'organisation', ufCrm44Status: 'status', ufCrm44Got: 'answers.got' },
    stages: { resolved: 'DT1302_9:SUCCESS' },
  },
  task: { responsibleId: 6 },
};

export async function vendorPortalDesk(database: TestDatabase): Promise<VendorPortalDesk> {
  const desk = await portalDesk(database);
  const bravo = desk.portal('bravo');
  bravo.webhooks.push({ secret: hookSecret, userId: 1, scopes: ['crm', 'task', 'im'] });
  bravo.outgoing.push({
    id: 5,
    events: [
      'ONCRMDYNAMICITEMUPDATE',
      'ONTASKUPDATE',
      'ONCRMTIMELINECOMMENTADD',
      'ONTASKCOMMENTADD',
    ],
    handler: 'https://app.example/b24/modme/own-portal',
    applicationToken: eventToken,
  });
  const { db, secretBox, now } = desk.server.deps;
  const hear: VendorPortalDesk['hear'] = ({ body }) =>
    fetch(`${desk.server.url}/b24/modme/own-portal`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body,
    });
  let heard = 0;
  return {
    ...desk,
    bravo,
    hear,
    connect: (settings = usualSettings) =>
      saveVendorPortal(
        db,
        {
          tenantId: 'modme',
          host: bravo.host,
          sealedUrl: secretBox.seal(
            `https://${bravo.host}/rest/1/${hookSecret}/`,
            vendorPortalUrlPlace('modme'),
          ),
          sealedEventKey: secretBox.seal(eventToken, vendorPortalKeyPlace('modme')),
          settings: vendorPortalSettings.parse(settings),
        },
        new Date(now()),
      ),
    async work(worker = 'one') {
      const wait = async (ms: number) => desk.pass(ms / 1000);
      for (;;) {
        const done = await workVendorPortals(desk.server.deps, { worker, wait });
        const told = desk.sent.slice(heard).filter(({ url }) => url.endsWith('/own-portal'));
        heard = desk.sent.length;
        for (const event of told) await hear(event);
        desk.pass(1);
        if (done === 0 && told.length === 0) return;
      }
    },
    added: (kind) => bravo.added.filter((one) => one.kind === kind),
    calls: (method) => desk.world.requests.filter(({ path }) => path.endsWith(`/${method}`)).length,
  };
}
