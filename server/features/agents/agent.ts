import type { Actor } from '#server/features/event-log/event-body.ts';

/** Whoever acts at a desk, as far as acts need to know: a signed-in agent, or the machine of a key. */
export interface Agent {
  readonly id: string;
  readonly name: string;
  /** The key by which a program acts in the agent's name; left out where nothing stands between. */
  readonly via?: string;
}

/** An agent as the log names who did something. */
export const agentActor = ({
  id,
  via,
}: Pick<Agent, 'id' | 'via'>): Actor & { readonly kind: 'agent'; readonly id: string } => ({
  kind: 'agent',
  id,
  ...(via === undefined ? {} : { via }),
});
