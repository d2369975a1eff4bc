import type { Agent } from '#server/features/agents/agent.ts';
import type { GuestRow } from '#server/features/guests/guests.table.ts';
import type { Identity } from '#server/features/requesters/identity.ts';

/** What every handler has. */
export interface AppEnv {
  Variables: { readonly requestId: string };
}

/** What middleware hands to the handlers of the requester's side. */
export interface RequesterEnv {
  Variables: { readonly requestId: string; readonly tenantId: string; readonly identity: Identity };
}

/** What middleware hands to the handlers of the desk. */
export interface DeskEnv {
  Variables: { readonly requestId: string; readonly agent: Agent };
}

/** What middleware hands to the handlers of the guests' side. */
export interface GuestEnv {
  Variables: { readonly requestId: string; readonly guest: GuestRow };
}
