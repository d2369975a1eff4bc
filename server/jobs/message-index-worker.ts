import type { Deps } from '#server/deps.ts';
import { indexOlderMessages } from '#server/features/messages/index-older-messages.ts';
import { faultOf } from '#server/http/fault.ts';

/** Puts messages that are older than the search into it, once; what fails is done at the next start. */
export async function runMessageIndexer(
  deps: Pick<Deps, 'db' | 'now' | 'log'>,
  signal: AbortSignal,
): Promise<void> {
  try {
    const indexed = await indexOlderMessages(deps, signal);
    if (indexed > 0) deps.log.info({ indexed }, 'older messages can be found');
  } catch (error) {
    deps.log.warn({ fault: faultOf(error) }, 'older messages wait for the search');
  }
}
