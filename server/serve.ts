import { join } from 'node:path';
import pino from 'pino';
import type { Environment } from '#server/cli.ts';
import { createApp } from '#server/app.ts';
import { refuse } from '#server/commands/print.ts';
import { publicUrlOf, readConfig, type Config } from '#server/config.ts';
import { openDatabase, type OpenDatabase } from '#server/db/open-database.ts';
import { outliveLostTypes } from '#server/db/outlive-lost-types.ts';
import type { Deps } from '#server/deps.ts';
import { demoPortals, seedPortalApp, seedVendorPortal } from '#server/demo/demo-portals.ts';
import { demoHostKeys } from '#server/demo/host-keys.ts';
import { demoAgent, seedDemo } from '#server/demo/seed.ts';
import { seedAskedContract } from '#server/demo/seed-asked-contract.ts';
import { seedDemoContacts } from '#server/demo/seed-contacts.ts';
import { seedDemoKnowledge } from '#server/demo/seed-knowledge.ts';
import { createSignInToken } from '#server/features/agents/sign-in.ts';
import { sweepAttachments } from '#server/features/attachments/sweep-attachments.ts';
import { sweepUploads } from '#server/features/uploads/sweep-uploads.ts';
import { eraseOutdated } from '#server/features/erasure/erase-outdated.ts';
import { folderFileStore } from '#server/features/attachments/file-store.ts';
import {
  loadCalendarFiles,
  type CalendarFiles,
} from '#server/features/calendars/calendar-files.ts';
import { importsInForce } from '#server/features/calendars/calendars.repository.ts';
import { withImports } from '#server/features/calendars/calendars-in-force.ts';
import { followCalendars, followEveryMs } from '#server/features/calendars/follow-calendars.ts';
import { liveChanges, ofOnePerson } from '#server/features/changes/live-changes.ts';
import { followPublications } from '#server/features/policies/follow-publications.ts';
import { livePolicies } from '#server/features/policies/live-policies.ts';
import { loadPolicies, type LoadedPolicy } from '#server/features/policies/load-policies.ts';
import { readPublications } from '#server/features/policies/publications.ts';
import { registerEditions } from '#server/features/policies/register-editions.ts';
import { bitrixOAuthHosts, type OAuthHosts } from '#server/features/portals/oauth-hosts.ts';
import { portalPages } from '#server/features/portals/portal-pages.ts';
import { loggedPortalHttp } from '#server/features/portals/logged-portal-http.ts';
import { portalHttp, type PortalHttp } from '#server/features/portals/portal-http.ts';
import { portalPersonFinder } from '#server/features/portals/portal-person.ts';
import { sweepPortals } from '#server/features/portals/sweep-portals.ts';
import { identityKeyFinder } from '#server/features/requesters/identity-keys.repository.ts';
import { followQueueOrder } from '#server/features/tickets/rekey-queue.ts';
import { vendorSigner } from '#server/features/vendor-keys/vendor-signer.ts';
import { ticketWriter } from '#server/features/tickets/ticket-writer.ts';
import { beginPlanTasks } from '#server/features/plan-tasks/begin-plan-tasks.ts';
import { timerHandlers } from '#server/jobs/timer-handlers.ts';
import type { TimerHandler } from '#server/jobs/timer-handler.ts';
import { startWorkers } from '#server/jobs/start-workers.ts';
import { faultOf } from '#server/http/fault.ts';
import { listen } from '#server/http/listen.ts';
import { systemIds } from '#server/ids.ts';
import { combineYears } from '#server/policy/calendar/calendar-import.ts';
import { compilePolicy } from '#server/policy/packs.ts';
import { failedCases } from '#server/policy/worked-cases.ts';
import { readSecretBox } from '#server/secret-key.ts';
import { keepWidgetVersion, widgetVersions } from '#server/widget-versions.ts';

/** Parts whose promises are tested by putting a broken one in their place. */
export interface Parts {
  readonly writer: typeof ticketWriter;
  readonly handlers: (deps: Deps) => Readonly<Record<string, TimerHandler>>;
  /** A Bitrix24 of this machine; the one of the internet, or the demo's, where it is left out. */
  readonly portals?: { readonly http: PortalHttp; readonly oauthHosts: OAuthHosts };
}

export const shippedParts: Parts = { writer: ticketWriter, handlers: timerHandlers };

/** Runs the server until it is told to stop. Refuses in sentences, never with a stack. */
export async function serve(env: Environment, parts: Parts = shippedParts): Promise<number> {
  const config = readConfig(env);
  if (!config.ok) return refuse(...config.failure);
  const files = await loadCalendarFiles(config.value.CALENDAR_DIR);
  if (!files.ok) return refuse(...files.failure);
  const known = combineYears(files.value.shipped, files.value.overrides, []);
  const loaded = await loadPolicies(config.value.POLICY_DIR, known);
  if (!loaded.ok) return refuse(...loaded.failure);
  const opened = await openDatabase(config.value, { alone: true });
  if (!opened.ok) return refuse(opened.failure);
  try {
    return await serveOn(config.value, loaded.value, files.value, opened.value, parts);
  } finally {
    await opened.value.close();
  }
}

async function serveOn(
  config: Config,
  loaded: readonly LoadedPolicy[],
  files: CalendarFiles,
  database: OpenDatabase,
  parts: Parts,
): Promise<number> {
  const { db, client } = database;
  const state = config.DATABASE_URL ? 'published' : 'draft';
  const registered = await registerEditions(db, loaded, state, new Date());
  for (const draft of registered.replacedDrafts)
    console.warn(`Draft ${draft} was replaced: its file has changed.`);
  for (const edition of registered.awaitingPublication)
    console.warn(
      `${edition} waits for its publication (policy publish FILE); the edition before it stays in force.`,
    );
  const refusals = [
    ...registered.changedPublished.map(
      (edition) =>
        `${edition} is published, and its file is not the one that was: put it back, or publish a new edition.`,
    ),
    ...registered.lost.map(
      (edition) =>
        `${edition} has decided tickets, and its file is gone: put it back beside the newer edition.`,
    ),
  ];
  if (refusals.length > 0) return refuse(...refusals);

  for (const { policy } of loaded) {
    const { vendor, edition } = policy.pack;
    for (const { name, differences } of failedCases(policy)) {
      console.warn(`${vendor} ${edition}: case "${name}": ${differences.join('; ')}.`);
    }
  }
  const packs = loaded.map(({ policy }) => policy.pack);
  const calendars = withImports(files, await importsInForce(db));
  const live = livePolicies(
    packs.map((pack) => compilePolicy(pack, calendars.sources)),
    await readPublications(db),
  );
  const policies = live.registry;
  const secretBox = await readSecretBox(config);
  const ofDemo = config.DEMO ? demoPortals(publicUrlOf(config), Date.now) : undefined;
  const portals = parts.portals ?? ofDemo;
  const log = pino({
    level: config.LOG_LEVEL,
    redact: ['req.headers', '*.token', '*.email', '*.phone'],
  });
  const deps: Deps = {
    config,
    db,
    client,
    policies,
    files: folderFileStore(join(config.DATA_DIR, 'files')),
    ids: systemIds,
    now: Date.now,
    findIdentityKey: identityKeyFinder(db, secretBox, Date.now),
    findPortalPerson: portalPersonFinder(db),
    portalHttp: loggedPortalHttp(portals?.http ?? portalHttp({ holdOutside: config.DEMO }), {
      log,
      now: Date.now,
    }),
    vendorPortalHttp: loggedPortalHttp(
      portals?.http ??
        portalHttp({ holdOutside: config.DEMO, innerHosts: config.VENDOR_PORTAL_HOSTS }),
      { log, now: Date.now },
    ),
    oauthHosts: portals?.oauthHosts ?? bitrixOAuthHosts,
    demoPortals: ofDemo,
    portalPages: portalPages(),
    secretBox,
    signAsVendor: vendorSigner(db, secretBox, Date.now),
    writeTicket: parts.writer(client),
    changes: liveChanges({ db, log }, { readers: config.LIVE_READERS, ofOnePerson }),
    log,
    publicUrl: publicUrlOf(config),
    ...(config.DEMO
      ? {
          signAsHost: await demoHostKeys(
            join(config.DATA_DIR, 'host-keys'),
            db,
            policies.vendors,
            Date.now,
          ),
        }
      : {}),
  };
  outliveLostTypes((error) => deps.log.warn({ fault: faultOf(error) }, 'a connection was lost'));
  await keepWidgetVersion(widgetVersions(config.DATA_DIR)).catch((fault: unknown) =>
    deps.log.warn(
      { fault: faultOf(fault) },
      'the widget of this release is not kept for pages that pin it',
    ),
  );
  const listening = await listen(createApp(deps), config, deps.changes.close);
  if (!listening.ok) return refuse(listening.failure);
  await printAddresses(deps, listening.value.port);
  sweep(deps);
  const sweeping = setInterval(() => sweep(deps), sweepEveryMs);
  const look = followCalendars(deps, live, packs, calendars);
  const rekey = followQueueOrder(deps);
  const follow = async () => {
    await look().catch((err: unknown) => deps.log.warn({ err }, 'calendars'));
    await followPublications(deps, live).catch((err: unknown) =>
      deps.log.warn({ err }, 'publications'),
    );
    await rekey().catch((err: unknown) => deps.log.warn({ err }, 'queue'));
  };
  void follow();
  const following = setInterval(follow, followEveryMs);
  await beginPlanTasks(deps);
  const workers = startWorkers(deps, database.url, parts.handlers(deps));
  await listening.value.stopped;
  clearInterval(sweeping);
  clearInterval(following);
  await workers.stop();
  return 0;
}

const sweepEveryMs = 3_600_000;

function sweep(deps: Deps): void {
  sweepAttachments(deps).catch((error: unknown) => deps.log.warn({ err: error }, 'sweep'));
  sweepUploads(deps).catch((error: unknown) => deps.log.warn({ err: error }, 'sweep of uploads'));
  sweepPortals(deps).catch((error: unknown) =>
    deps.log.warn({ fault: faultOf(error) }, 'sweep of portals'),
  );
  eraseOutdated(deps).catch((error: unknown) =>
    deps.log.warn({ fault: faultOf(error) }, 'erasure of what is kept long enough'),
  );
}

async function printAddresses(deps: Deps, port: number): Promise<void> {
  const url = deps.config.PORT === 0 ? `http://${deps.config.HOST}:${port}` : deps.publicUrl;
  console.log(`Reglament listens at ${url}`);
  if (!deps.config.DEMO) return;
  await seedDemo(deps.db, deps.policies.vendors);
  await seedDemoContacts(deps.db);
  await seedDemoKnowledge(deps, deps.policies.vendors);
  const { demoPortals: portals } = deps;
  if (portals) {
    const at = new Date(deps.now());
    await seedPortalApp(deps.db, deps.secretBox, portals.app, at);
    await seedVendorPortal(deps.db, deps.secretBox, portals.own, at);
    await seedAskedContract(deps.db, portals.asking, at);
  }
  const token = await createSignInToken(deps, demoAgent.id);
  for (const page of ['try', 'crm', 'mobile', 'portal']) console.log(`  ${url}/demo/${page}`);
  if (portals) console.log(`  ${url}/demo/bitrix24`);
  for (const vendor of deps.policies.vendors) console.log(`  ${url}/policy/${vendor}`);
  console.log(`  ${url}/desk#token=${token}   (signs in once)`);
}
