/** Whoever acts at a desk, as far as acts need to know: a signed-in agent, or the machine of a key. */
export interface Agent {
  readonly id: string;
  readonly name: string;
}
