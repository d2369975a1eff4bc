import {
  createOutgoing,
  type FormDesk,
  type Outgoing,
  type OutgoingDeps,
} from '#widget/controllers/outgoing.ts';
import type { SessionDeps } from '#widget/controllers/session-deps.ts';
import type { Submission } from '#widget/controllers/submission.ts';
import { createReplies, type Replies } from '#widget/controllers/replies.ts';
import { openKeeper } from '#widget/keeping/keeper.ts';
import { personOf } from '#widget/keeping/person.ts';
import { openRecords } from '#widget/keeping/sealed-records.ts';

type Wiring = SessionDeps &
  Pick<OutgoingDeps, 'kept'> & {
    readonly form: FormDesk;
    readonly submitted: (state: Submission) => void;
  };

/**
 * One tab at a time; where the browser has no locks, or denies them as in a sandbox, the idempotency key alone
 * keeps a request single.
 */
async function alone(name: string, act: () => Promise<void>): Promise<void> {
  let begun = false;
  const run = () => {
    begun = true;
    return act();
  };
  await navigator.locks?.request(name, run).catch((fault) => {
    if (begun) throw fault;
  });
  if (!begun) await act();
}

/** What stands behind the form and behind replies. */
export interface OutgoingWithReplies extends Outgoing {
  readonly replies: Replies;
}

/** What stands behind the form, wired to the browser: its database, its locks, its other tabs. */
export function openOutgoing(wiring: Wiring): OutgoingWithReplies {
  const { storage, tokens, clock, key, submitted } = wiring;
  const name = `reglament:${key}`;
  const shared = {
    ...wiring,
    keeper: openRecords(name, clock).then((records) =>
      openKeeper({ records, marks: storage, now: clock }),
    ),
    person: () => personOf(tokens),
    forget: () => wiring.environment().recorder?.forget(),
    alone: (order: string, act: () => Promise<void>) => alone(`${name}:${order}`, act),
  };
  const outgoing = createOutgoing({ ...shared, changed: submitted });
  const replies = createReplies(shared);
  const resume = () => {
    void replies.resume().catch(() => undefined);
    return outgoing.resume();
  };
  addEventListener('storage', (event) => {
    if (event.key !== `${name}:kept`) return;
    void outgoing.takeOver();
    void replies.takeOver().catch(() => undefined);
  });
  for (const event of ['online', 'pageshow']) addEventListener(event, () => void resume());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void resume();
  });
  return {
    ...outgoing,
    get durable() {
      return outgoing.durable;
    },
    resume,
    replies,
  };
}
