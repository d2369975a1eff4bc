import type { CaptureContext } from '#shared/wire/capture.ts';
import type { Locale } from '#shared/vocabulary.ts';
import type { TicketReceipt } from '#shared/wire/ticket.ts';
import type { Api } from '#widget/api/client.ts';
import { broughtBack, isSame } from '#widget/controllers/brought-back.ts';
import { emptyDraft, isWritten } from '#widget/controllers/draft.ts';
import type { KeptFile } from '#widget/controllers/files.ts';
import type { FormDesk } from '#widget/controllers/form-desk.ts';
import { inTurns } from '#widget/controllers/in-turn.ts';
import type { Order } from '#widget/controllers/order.ts';
import { personAtLast } from '#widget/controllers/person-at-last.ts';
import { createSender } from '#widget/controllers/sender.ts';
import type { Submission } from '#widget/controllers/submission.ts';
import { ticketToSend } from '#widget/form/to-send.ts';
import type { Keeper } from '#widget/keeping/keeper.ts';
import type { ParcelName } from '#widget/keeping/kept.ts';
import { thisDevice } from '#widget/keeping/person.ts';
import { orderWithoutSecrets } from '#widget/keeping/secrets.ts';

export interface OutgoingDeps {
  readonly api: Pick<Api, 'upload' | 'openTicket'>;
  readonly keeper: Promise<Keeper>;
  /** @throws where the host does not say at present who is there */
  readonly person: () => Promise<string>;
  readonly pause: (seconds: number) => Promise<void>;
  /** Ends the pauses that last at present. */
  readonly goOnNow: () => void;
  /** Runs alone of all tabs, in its turn. */
  readonly alone: (name: string, act: () => Promise<void>) => Promise<void>;
  readonly form: FormDesk;
  readonly changed: (state: Submission) => void;
  readonly newId: () => string;
  /** Lets go of what the page has recorded of whoever was there before. */
  readonly forget: () => void;
  /** All that is written by now is kept, or not yet. */
  readonly kept: (all: boolean) => void;
}

/** What stands behind the form: keeps what is written, brings it back, and sends it. */
export interface Outgoing {
  readonly durable: boolean;
  /** Whose request is on its way, or about to be. */
  readonly going: string | undefined;
  /** Keeps what stands in the form by now. */
  keep(): Promise<void>;
  /** @param context what goes along by itself */
  send(locale: Locale, context: CaptureContext): Promise<void>;
  /** Brings back what whoever is there now has left, and goes on with what could not be delivered, one after another. */
  resume(): Promise<void>;
  /** Another tab has kept something newer: it is shown here where nothing was written since. */
  takeOver(): Promise<void>;
  /** Back to writing after a final answer. */
  writeOn(): Promise<void>;
}

export function createOutgoing(deps: OutgoingDeps): Outgoing {
  const { form } = deps;
  let keeper: Keeper | undefined;
  let person: string | undefined;
  let changed = false;
  let keeping: Promise<void> | undefined;
  let turns = 0;
  /** A request is on its way, or about to be; and whoever has written it. */
  let going = false;
  let writer: string | undefined;
  /** Keys of what closed pages had left and this one has delivered: a browser may fail to forget them. */
  const delivered = new Set<string>();

  /** One after another, so that nothing is kept under the name of whoever was there before. */
  const inTurn = inTurns();
  const opened = async () => (keeper ??= await deps.keeper);

  const sender = createSender<Order, TicketReceipt>({
    upload: deps.api.upload,
    bodyOf: ({ ticket }, attachments) => ({ ...ticket, attachments }),
    post: ({ key }, body) => deps.api.openTicket(body, key),
    pause: deps.pause,
    changed: deps.changed,
    uploading: (localId, part) => form.shelf.change(localId, part),
    mine: async (order) => (await deps.person()) === order.person,
    keep: async (order) =>
      (await opened()).goOn(order.person, orderWithoutSecrets(order, form.fields)),
    delivered: async (order) => (await opened()).forget(order.person, order),
    refused: async (order) => (await opened()).giveBack(order.person, order),
  });

  async function store(): Promise<void> {
    const owner = await deps.person();
    if (owner === person && !going) await (await opened()).keepDraft(owner, form, form.fields);
  }

  async function keepAll(): Promise<void> {
    while (changed) {
      changed = false;
      deps.kept(false);
      await inTurn(store);
    }
    deps.kept(true);
  }

  function keep(): Promise<void> {
    changed = true;
    return (keeping ??= (person === undefined ? resume() : Promise.resolve())
      .then(keepAll)
      .catch(() => undefined)
      .finally(() => (keeping = undefined)));
  }

  /** What was written here stays; the rest comes back. */
  async function bringBack(owner: string): Promise<void> {
    const kept = await (await opened()).draft(owner);
    if (!kept || owner !== person) return;
    const files = kept.files.filter(
      ({ localId }) => !form.files.some((file) => file.localId === localId),
    );
    const { touched } = form;
    form.show(
      broughtBack(form.draft, kept.draft, touched),
      [...files, ...form.files, ...form.coming],
      kept.lost,
    );
    // what was written here meanwhile is on its way to be kept
    if (!touched) deps.kept(true);
  }

  /** Whoever is there now sees nothing of whoever was there before. @returns whether an own draft goes along, as at a sign-in */
  async function changeTo(owner: string): Promise<boolean> {
    const before = person;
    person = owner;
    await (await opened()).adopt(owner);
    if (before === undefined) return false;
    if (before !== thisDevice) {
      sender.writeOn();
      deps.forget();
      // what waits for another attempt is left at once, and the form is theirs
      if (going) deps.goOnNow();
    }
    const carried = before === thisDevice && form.touched;
    if (!carried) form.show(emptyDraft, [], []);
    return carried;
  }

  const leaveDevice = async () =>
    (await opened()).keepDraft(thisDevice, { draft: emptyDraft, files: [] }, []);

  /** Kept for whoever it goes along with before the device lets go of it: at no instant it is kept nowhere. */
  async function carryTo(owner: string): Promise<void> {
    await (await opened()).keepDraft(owner, form, form.fields);
    await leaveDevice();
    void keep();
  }

  async function goOnWith(name: ParcelName): Promise<void> {
    const owner = person;
    if (owner === undefined) return;
    const kept = await (await opened()).order<Order>(owner, name);
    // somebody else may have come meanwhile
    if (!kept || going || owner !== person) return;
    form.show(kept.draft, kept.files, []);
    await deliver(kept.order, kept.files);
    if (sender.state.phase !== 'delivered') return;
    delivered.add(name.key);
    await resume();
  }

  async function deliver(order: Order, files: readonly KeptFile[]): Promise<void> {
    going = true;
    writer = order.person;
    await sender.run(order, files).finally(() => (going = false));
    if (sender.state.phase !== 'writing' || person === undefined) return;
    // somebody who has come meanwhile may have written in the form of another panel
    if (form.touched && person !== writer && !isSame(form.draft, order.draft)) return void keep();
    form.show(emptyDraft, [], []);
    await bringBack(person);
  }

  async function restore(): Promise<readonly ParcelName[]> {
    const owner = await deps.person();
    const isNew = owner !== person;
    const carried = isNew && (await changeTo(owner));
    if (going) return [];
    if (isNew) await bringBack(owner);
    if (carried) await carryTo(owner);
    return (await opened()).waiting(owner);
  }

  async function resume(): Promise<void> {
    turns += 1;
    const mine = turns;
    const waiting = await inTurn(restore);
    if (form.touched && isWritten(form.draft)) void keep();
    const first = waiting.find(({ to, key }) => to === undefined && !delivered.has(key));
    if (first && mine === turns)
      void deps.alone(`${person}/${first.key}`, () => goOnWith(first)).catch(() => undefined);
  }

  return {
    get durable() {
      return keeper?.durable ?? false;
    },
    get going() {
      return going ? writer : undefined;
    },
    keep,
    async send(locale, context) {
      if (going) return;
      going = true;
      const { files, draft } = form;
      const before = person;
      writer = before;
      const own = await personAtLast(deps);
      // whoever has written it has left since the press, or what was pressed for has
      if (![undefined, thisDevice, own].includes(before) || !isWritten(draft)) {
        going = false;
        deps.changed({ phase: 'writing' });
        return resume();
      }
      person = writer = own;
      const full: Order = {
        key: deps.newId(),
        person: own,
        ticket: ticketToSend(form.fields, draft, context, locale),
        files: files.map(({ localId, name }) => ({ localId, name })),
        draft,
      };
      changed = false;
      await inTurn(async () => {
        await (await opened()).begin(own, orderWithoutSecrets(full, form.fields), files);
        if (before === thisDevice && own !== before) await leaveDevice();
      });
      await deps.alone(`${own}/${full.key}`, () => deliver(full, files));
    },
    resume: () => resume().catch(() => undefined),
    async takeOver() {
      if (form.touched || going || person === undefined) return;
      const owner = person;
      await inTurn(async () => {
        const kept = await (await opened()).draft(owner);
        if (form.touched || going) return;
        form.show(kept?.draft ?? emptyDraft, kept?.files ?? [], []);
      });
    },
    async writeOn() {
      sender.writeOn();
      if (person !== undefined && !form.touched) await bringBack(person);
    },
  };
}
