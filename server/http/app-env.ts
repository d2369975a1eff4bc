import type { Agent } from '#server/features/agents/agent.ts';
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
