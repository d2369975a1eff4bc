/** A signed-in agent, as far as acts need to know. */
export interface Agent {
  readonly id: string;
  readonly name: string;
}
