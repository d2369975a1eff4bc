import type { Actor, EventDraft } from '#server/features/event-log/event-body.ts';

/** Nobody in particular: a rule or a timer. */
export const system: Actor = { kind: 'system', id: null };

/** An agent of the rota was called to a critical ticket. */
export const calledEvent = (ticketId: string, agent: string, at: Date): EventDraft => ({
  ticketId,
  kind: 'on_call_called',
  at,
  actor: system,
  params: { agent },
});
