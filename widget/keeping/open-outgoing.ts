import type { Outgoing } from '#widget/controllers/outgoing.ts';
import type { Replies } from '#widget/controllers/replies.ts';
import { stand, type Standing, type Wiring } from '#widget/keeping/standing.ts';

/** What stands behind the form and behind replies. */
export interface OutgoingWithReplies extends Pick<
  Outgoing,
  'durable' | 'keep' | 'send' | 'resume' | 'writeOn'
> {
  readonly replies: Pick<Replies, 'to'>;
}

/** Those of this page. */
let all: readonly Standing[] = [];

/**
 * What stands behind this panel: its own, or that of a panel that is gone and has a request on its way. Others
 * that are gone end.
 */
function standingOf(wiring: Wiring): Standing {
  const own = all.find((one) => one.wiring === wiring);
  if (own) return own;
  const gone = all.filter((one) => one.wiring.key === wiring.key && one.isLeft());
  const going = gone.find((one) => one.goesOn());
  going?.moveTo(wiring);
  const over = gone.filter((one) => !one.goesOn() && one !== going);
  for (const one of over) one.end();
  all = all.filter((one) => !over.includes(one));
  if (going) return going;
  const mine = stand(wiring);
  all = [...all, mine];
  return mine;
}

/** What stands behind a panel, which shows what a panel that is gone by now has sent. */
export function openOutgoing(wiring: Wiring): OutgoingWithReplies {
  let mine = standingOf(wiring);
  /** Another panel may have taken it over while this one was off the page. */
  const there = () => (mine = standingOf(wiring));
  return {
    get durable() {
      return mine.outgoing.durable;
    },
    keep: () => there().outgoing.keep(),
    send: (...sent) => there().outgoing.send(...sent),
    resume: () => there().resume(),
    writeOn: () => there().outgoing.writeOn(),
    replies: { to: (id) => there().replies.to(id) },
  };
}
