import type { Result } from '#shared/result.ts';
import type { Deps } from '#server/deps.ts';
import { sha256 } from '#server/digest.ts';
import { agentActor, type Agent } from '#server/features/agents/agent.ts';
import { findAgent } from '#server/features/agents/agents.repository.ts';
import { actOnTicket } from '#server/features/life/act-on-ticket.ts';
import type { CallFailure, CallPortal } from '#server/features/vendor-portal/call-vendor-portal.ts';
import type { VendorPortalSettings } from '#server/features/vendor-portal/vendor-portal-settings.ts';
import type { LifeAct } from '#server/policy/life/life-act.ts';

/** Where news are looked into. */
export interface NewsScene {
  readonly deps: Deps;
  readonly call: CallPortal;
  readonly tenantId: string;
  readonly settings: VendorPortalSettings;
}

/** `wait`: it may be an echo of something of which nobody knows yet whether it was told. */
export type Outcome = 'noted' | 'returned' | 'known' | 'strange' | 'no_agent' | 'refused' | 'wait';
/** What became of news, or why nobody could look into them. */
export type Applied = Result<Outcome, CallFailure>;

/** Through what an agent's act came here. */
const via = 'Bitrix24';
const longestNote = 10_000;

/** Writes a note at a ticket. @param key the same again is written once */
export const note = (scene: NewsScene, ticketId: string, text: string, key: string) =>
  act(scene, ticketId, key, (digest) => ({ act: 'note', digest }), text.slice(0, longestNote));

/** Does something as the agent whose acts the portal's are. The same news again does it once. */
export async function act(
  { deps, tenantId, settings }: NewsScene,
  ticketId: string,
  key: string,
  asked: LifeAct | ((digest: string | null) => LifeAct),
  text?: string,
): Promise<Extract<Outcome, 'noted' | 'no_agent' | 'refused'>> {
  const found = await findAgent(deps.db, tenantId, settings.agent);
  if (!found) return 'no_agent';
  const agent: Agent = { id: found.id, name: found.name, via };
  const idempotencyKey = `b24:${key}`;
  const once = { idempotencyKey, requestHash: sha256(JSON.stringify([ticketId, key])) };
  const done = await actOnTicket(
    deps,
    { tenantId, ticketId },
    {
      actor: agentActor(agent),
      act: typeof asked === 'function' ? asked : () => asked,
      ...(text === undefined
        ? { key: once }
        : { words: { kind: 'note' as const, text, attachments: [], ...once } }),
    },
  );
  return done.ok ? 'noted' : 'refused';
}
