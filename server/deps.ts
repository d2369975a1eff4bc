import type { Logger } from 'pino';
import type { Config } from '#server/config.ts';
import type { Client, Database } from '#server/db/connect.ts';
import type { DemoPortals } from '#server/demo/demo-portals.ts';
import type { SignAsHost } from '#server/demo/host-keys.ts';
import type { FileStore } from '#server/features/attachments/file-store.ts';
import type { LiveChanges } from '#server/features/changes/live-changes.ts';
import type { PolicyRegistry } from '#server/features/policies/policy-registry.ts';
import type { OAuthHosts } from '#server/features/portals/oauth-hosts.ts';
import type { PortalPages } from '#server/features/portals/portal-pages.ts';
import type { PortalHttp } from '#server/features/portals/portal-http.ts';
import type { FindIdentityKey, FindPortalPerson } from '#server/features/requesters/identity.ts';
import type { SignAsVendor } from '#server/features/vendor-keys/vendor-signer.ts';
import type { TicketWriter } from '#server/features/tickets/ticket-writer.ts';
import type { Ids } from '#server/ids.ts';
import type { SecretBox } from '#server/secret-box.ts';

/** What use cases and routes work with; made once by the composition root, or by a test. */
export interface Deps {
  readonly config: Config;
  readonly db: Database;
  readonly client: Client;
  readonly policies: PolicyRegistry;
  readonly files: FileStore;
  readonly ids: Ids;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly findIdentityKey: FindIdentityKey;
  readonly findPortalPerson: FindPortalPerson;
  /** The way to Bitrix24. */
  readonly portalHttp: PortalHttp;
  /** The same to vendors' own portals, of which whoever runs the server may allow some in a private network. */
  readonly vendorPortalHttp: PortalHttp;
  readonly oauthHosts: OAuthHosts;
  /** The built pages that portals open. */
  readonly portalPages: () => Promise<PortalPages>;
  readonly secretBox: SecretBox;
  readonly signAsVendor: SignAsVendor;
  readonly writeTicket: TicketWriter;
  readonly changes: LiveChanges;
  /** Plays the vendors' backends; only in demo mode. */
  readonly signAsHost?: SignAsHost | undefined;
  /** A Bitrix24 of this server's own; only in demo mode. */
  readonly demoPortals?: DemoPortals | undefined;
  readonly log: Logger;
  /** Address under which browsers reach this server, without a slash at the end. */
  readonly publicUrl: string;
}
