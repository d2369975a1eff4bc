import { emptyDraft } from '#widget/controllers/draft.ts';
import type { FormDesk } from '#widget/controllers/form-desk.ts';
import { createOutgoing, type Outgoing, type OutgoingDeps } from '#widget/controllers/outgoing.ts';
import { personAtLast } from '#widget/controllers/person-at-last.ts';
import { createReplies, type Replies } from '#widget/controllers/replies.ts';
import type { SessionDeps } from '#widget/controllers/session-deps.ts';
import type { Submission } from '#widget/controllers/submission.ts';
import { openKeeper } from '#widget/keeping/keeper.ts';
import { personOf } from '#widget/keeping/person.ts';
import type { Written } from '#widget/keeping/kept.ts';
import { goOnNow } from '#widget/pause.ts';
import { openRecords } from '#widget/keeping/sealed-records.ts';

/** A panel, as far as what stands behind it has to do with it. */
export type Wiring = SessionDeps &
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

type Api = Wiring['api'];

/** What stands behind a panel, and behind the next one where that has left the page before its request had gone. */
export interface Standing {
  readonly wiring: Wiring;
  readonly outgoing: Outgoing;
  readonly replies: Replies;
  resume(): Promise<void>;
  /** Its panel is off the page. */
  isLeft(): boolean;
  /** A request is on its way, or its receipt has come while no panel was there. */
  goesOn(): boolean;
  moveTo(next: Wiring): void;
  /** Hears of nothing any more. */
  end(): void;
}

/** Nothing of it is this panel's any more. */
function leaveEmpty({ form, submitted }: Wiring) {
  form.show(emptyDraft, [], []);
  submitted({ phase: 'writing' });
}

/** Wired to the browser: its database, its locks, its other tabs. */
export function stand(first: Wiring): Standing {
  let wiring = first;
  /** A receipt that came while the panel was off the page. */
  let unseen: Submission | undefined;
  const { storage, clock, key, newId, pause } = first;
  const name = `reglament:${key}`;
  const isHere = () => wiring.environment().here;
  const form: FormDesk = {
    get draft() {
      return wiring.form.draft;
    },
    get files() {
      return wiring.form.files;
    },
    get coming() {
      return wiring.form.coming;
    },
    get fields() {
      return wiring.form.fields;
    },
    get touched() {
      return wiring.form.touched;
    },
    shelf: { change: (...part) => wiring.form.shelf.change(...part) },
    show: (...shown) => wiring.form.show(...shown),
  };
  const shared = {
    api: {
      upload: (...sent: Parameters<Api['upload']>) => wiring.api.upload(...sent),
      openTicket: (...sent: Parameters<Api['openTicket']>) => wiring.api.openTicket(...sent),
      reply: (...sent: Parameters<Api['reply']>) => wiring.api.reply(...sent),
    },
    storage,
    newId,
    pause,
    goOnNow,
    form,
    keeper: openRecords(name, clock).then((records) =>
      openKeeper({ records, marks: storage, now: clock }),
    ),
    person: () => personOf(wiring.tokens),
    forget: () => wiring.environment().recorder?.forget(),
    kept: (all: boolean) => wiring.kept(all),
    alone: (order: string, act: () => Promise<void>) => alone(`${name}:${order}`, act),
  };
  let submission: Submission = { phase: 'writing' };
  const outgoing = createOutgoing({
    ...shared,
    changed(state) {
      submission = state;
      unseen = state.phase === 'delivered' && !isHere() ? state : undefined;
      if (!unseen) return wiring.submitted(state);
      leaveEmpty(wiring);
      // the next panel looks for it, and hears of answers
      for (const mark of ['sending', 'sent']) storage.set(mark, '1');
    },
  });
  const replies = createReplies({ ...shared, changed: () => wiring.changed() });
  const resume = async () => {
    void replies.resume().catch(() => undefined);
    await outgoing.resume();
    if (!unseen || !isHere() || form.touched) return;
    wiring.submitted(unseen);
    unseen = undefined;
  };
  /** What is on its way, in a form that stands in place of the former one; what was written there waits. */
  async function show({ draft, files }: Written) {
    const who = await personAtLast({
      ...shared,
      changed: (state) => void (outgoing.going && wiring.submitted(state)),
    });
    if (outgoing.going !== who) return;
    if (form.touched) await (await shared.keeper).keepDraft(who, form, form.fields);
    form.show(draft, files, []);
    wiring.submitted(submission);
  }
  const ended = new AbortController();
  const { signal } = ended;
  addEventListener(
    'storage',
    (event) => {
      if (event.key !== `${name}:kept`) return;
      void outgoing.takeOver();
      void replies.takeOver().catch(() => undefined);
    },
    { signal },
  );
  for (const event of ['online', 'pageshow'])
    addEventListener(event, () => void resume(), { signal });
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.visibilityState === 'visible') void resume();
    },
    { signal },
  );
  return {
    get wiring() {
      return wiring;
    },
    outgoing,
    replies,
    resume,
    isLeft: () => !isHere(),
    goesOn: () => outgoing.going !== undefined || unseen !== undefined,
    moveTo(next) {
      const former = wiring;
      const { draft, files } = former.form;
      wiring = next;
      leaveEmpty(former);
      void show({ draft, files });
    },
    end: () => ended.abort(),
  };
}
