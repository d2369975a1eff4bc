import type { WidgetField } from '#shared/wire/widget-config.ts';
import { isWritten, type Draft } from '#widget/controllers/draft.ts';
import type { KeptFile } from '#widget/controllers/files.ts';
import type { Parcel } from '#widget/controllers/order.ts';
import type { Kept, ParcelName, Written } from '#widget/keeping/kept.ts';
import { takePlainPast } from '#widget/keeping/plain-past.ts';
import type { Change, Records } from '#widget/keeping/records.ts';
import { draftWithoutSecrets } from '#widget/keeping/secrets.ts';
import type { KeyedStorage } from '#widget/storage.ts';

/** Keeps drafts, files, and requests and replies on their way, apart for each person. */
export interface Keeper {
  readonly durable: boolean;
  /** Takes over what an earlier release left in plain, where there is any. */
  adopt(person: string): Promise<void>;
  /** @param to id of the request that it is a reply to; none for a new request */
  draft(person: string, to?: string): Promise<Kept | undefined>;
  /** Keeps a draft with its files; one with nothing written is forgotten. */
  keepDraft(
    person: string,
    written: Written,
    fields: readonly WidgetField[],
    to?: string,
  ): Promise<void>;
  /** What goes takes the place of the draft that it was made of. */
  begin(person: string, order: Parcel, files: readonly KeptFile[]): Promise<void>;
  /** What has changed of something on its way. */
  goOn(person: string, order: Parcel): Promise<void>;
  /** What was refused becomes a draft again, and takes the place of what was written meanwhile. */
  giveBack(person: string, order: Parcel): Promise<void>;
  /** What was delivered leaves nothing behind. */
  forget(person: string, order: Parcel): Promise<void>;
  /** Requests and replies on their way. */
  waiting(person: string): Promise<readonly ParcelName[]>;
  /** One of them, with its files; undefined where it is gone, as when another tab has delivered it. */
  order<Own extends Parcel>(
    person: string,
    name: ParcelName,
  ): Promise<(Kept & { readonly order: Own }) | undefined>;
}

type FileLine = Pick<KeptFile, 'localId' | 'name' | 'hidden'> & { readonly type: string };

interface KeptDraft {
  readonly draft: Draft;
  readonly files: readonly FileLine[];
}
interface KeptOrder extends KeptDraft {
  readonly order: Omit<Parcel, 'draft'>;
}

const keptMs = 7 * 24 * 3_600_000;
/** Of all files together; beyond it the oldest that no request on its way needs are given up. */
const mostBytes = 64 * 1024 * 1024;

const textOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

export interface KeeperDeps {
  readonly records: Records;
  /** Holds marks without content: that something is kept, that something waits to be sent. */
  readonly marks: KeyedStorage;
  readonly now: () => number;
}

/** Opens what is kept, and lets go of what is older than a week. */
export async function openKeeper({ records, marks, now }: KeeperDeps): Promise<Keeper> {
  const below = (to?: string) => (to ? `/${to}` : '');
  const draftId = (person: string, to?: string) => `${person}/draft${below(to)}`;
  const orderId = (person: string, { key, to }: ParcelName) => `${person}/order${below(to)}/${key}`;
  const fileId = (person: string, localId: string) => `${person}/file/${localId}`;
  /**
   * Without content, for the launcher of the next page and for other tabs: each change is a new value.
   *
   * @param changed false: only what a tab that was killed has left wrong is put right
   */
  async function mark(changed: boolean) {
    const ids = await records.ids();
    const some = (part: string) => ids.some((id) => id.includes(part));
    if (!some('/draft')) marks.remove('kept');
    else if (changed || !marks.get('kept')) marks.set('kept', String(now()));
    if (some('/order/')) marks.set('sending', '1');
    else if (marks.get('sending') === '1') {
      marks.remove('sending');
      // another tab may have begun one while this one looked
      if ((await records.ids()).some((id) => id.includes('/order/'))) marks.set('sending', '1');
    }
  }

  async function read<Value>(id: string): Promise<Value | undefined> {
    const bytes = await records.read(id);
    return bytes && (JSON.parse(new TextDecoder().decode(bytes)) as Value);
  }

  /** What lies there already: a picture that was edited has new bytes under its old id. */
  const known = new WeakSet<Blob>();

  async function filesOf(person: string, lines: readonly FileLine[]) {
    const files: KeptFile[] = [];
    const lost: string[] = [];
    for (const { type, ...line } of lines) {
      const bytes = await records.read(fileId(person, line.localId));
      if (bytes) {
        const blob = new Blob([bytes], { type });
        known.add(blob);
        files.push({ ...line, blob });
      } else lost.push(line.name);
    }
    return { files, lost };
  }

  const lineOf = ({ localId, name, hidden, blob }: KeptFile): FileLine => ({
    localId,
    name,
    type: blob.type,
    ...(hidden !== undefined && { hidden }),
  });

  async function newFiles(person: string, files: readonly KeptFile[]): Promise<Change[]> {
    const ids = await records.ids();
    const fresh = files.filter(
      ({ localId, blob }) => !known.has(blob) || !ids.includes(fileId(person, localId)),
    );
    return Promise.all(
      fresh.map(async ({ localId, blob }): Promise<Change> => {
        const bytes = new Uint8Array(await blob.arrayBuffer());
        known.add(blob);
        return [fileId(person, localId), bytes];
      }),
    );
  }

  /** Files of requests on their way, whoever's. */
  async function neededFiles(): Promise<string[]> {
    const needed: string[] = [];
    for (const id of (await records.ids()).filter((one) => one.includes('/order/'))) {
      const kept = await read<KeptOrder>(id);
      const person = id.slice(0, id.indexOf('/'));
      needed.push(...(kept?.files ?? []).map(({ localId }) => fileId(person, localId)));
    }
    return needed;
  }

  async function makeRoom(person: string, changes: readonly Change[], files: readonly KeptFile[]) {
    let bytes = changes.reduce((sum, [, one]) => sum + (one?.length ?? 0), 0);
    if (bytes === 0) return [];
    const lines = (await records.list()).filter(({ id }) => id.includes('/file/'));
    bytes += lines.reduce((sum, line) => sum + line.bytes, 0);
    if (bytes <= mostBytes) return [];
    const own = files.map(({ localId }) => fileId(person, localId));
    const needed = new Set([...own, ...(await neededFiles())]);
    const given: Change[] = [];
    for (const line of lines) {
      if (bytes <= mostBytes || needed.has(line.id)) continue;
      bytes -= line.bytes;
      given.push([line.id, undefined]);
    }
    return given;
  }

  async function change(changes: readonly Change[]) {
    await records.change(changes);
    await mark(true);
  }

  const orderText = ({ draft, ...order }: Parcel, files: readonly FileLine[]) =>
    textOf({ order, draft, files } satisfies KeptOrder);

  const old = (await records.list()).filter(({ savedAt }) => savedAt < now() - keptMs);
  if (old.length > 0) await change(old.map(({ id }) => [id, undefined]));
  else await mark(false);

  return {
    get durable() {
      return records.durable;
    },
    async adopt(person) {
      const { draft, order } = takePlainPast(marks, person);
      const changes: Change[] = [];
      if (draft && !(await records.read(draftId(person))))
        changes.push([draftId(person), textOf({ draft, files: [] } satisfies KeptDraft)]);
      if (order) changes.push([orderId(person, order), orderText(order, [])]);
      if (changes.length > 0) await change(changes);
    },
    async draft(person, to) {
      const kept = await read<KeptDraft>(draftId(person, to));
      if (!kept) return undefined;
      const { files, lost } = await filesOf(person, kept.files);
      // one that was still being made as its page went
      const unmade = kept.draft.fileNames.filter(
        (name) => !kept.files.some((file) => file.name === name),
      );
      return { draft: kept.draft, files, lost: [...lost, ...unmade] };
    },
    async keepDraft(person, { draft, files }, fields, to) {
      const before = await read<KeptDraft>(draftId(person, to));
      const gone = (before?.files ?? []).filter(
        ({ localId }) => !files.some((file) => file.localId === localId),
      );
      const fresh = await newFiles(person, files);
      const kept = { draft: draftWithoutSecrets(draft, fields), files: files.map(lineOf) };
      await change([
        ...(await makeRoom(person, fresh, files)),
        ...gone.map(({ localId }): Change => [fileId(person, localId), undefined]),
        ...fresh,
        [draftId(person, to), isWritten(draft) ? textOf(kept satisfies KeptDraft) : undefined],
      ]);
    },
    async begin(person, order, files) {
      await change([
        ...(await newFiles(person, files)),
        [orderId(person, order), orderText(order, files.map(lineOf))],
        [draftId(person, order.to), undefined],
      ]);
    },
    async goOn(person, order) {
      const kept = await read<KeptOrder>(orderId(person, order));
      if (kept) await change([[orderId(person, order), orderText(order, kept.files)]]);
    },
    async giveBack(person, order) {
      const kept = await read<KeptOrder>(orderId(person, order));
      if (!kept) return;
      const { draft, files } = kept;
      await change([
        [draftId(person, order.to), textOf({ draft, files } satisfies KeptDraft)],
        [orderId(person, order), undefined],
      ]);
    },
    async forget(person, order) {
      const files = order.files.map(({ localId }): Change => [fileId(person, localId), undefined]);
      await change([...files, [orderId(person, order), undefined]]);
    },
    async waiting(person) {
      const start = orderId(person, { key: '' });
      const ids = (await records.ids()).filter((id) => id.startsWith(start));
      return ids.map((id) => {
        const [key = '', to] = id.slice(start.length).split('/').toReversed();
        return { key, ...(to !== undefined && { to }) };
      });
    },
    async order<Own extends Parcel>(person: string, name: ParcelName) {
      const kept = await read<KeptOrder>(orderId(person, name));
      if (!kept) return undefined;
      const { draft } = kept;
      const order = { ...kept.order, draft } as Own;
      return { order, draft, ...(await filesOf(person, kept.files)) };
    },
  };
}
