import { timingSafeEqual } from 'node:crypto';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { Deps } from '#server/deps.ts';
import { sha256 } from '#server/digest.ts';
import { readForm } from '#server/features/portals/form-body.ts';
import { keepNews } from '#server/features/vendor-portal/pushes.repository.ts';
import type {
  VendorPortalNewsRow,
  VendorPortalRow,
} from '#server/features/vendor-portal/vendor-portal.table.ts';
import { vendorPortalKeyPlace } from '#server/features/vendor-portal/vendor-portals.repository.ts';

/** What an event is about. */
interface News {
  readonly kind: VendorPortalNewsRow['kind'];
  readonly remoteId: number;
  /** Only of items that are not deals or leads. */
  readonly entityTypeId?: number;
}

const events: Readonly<Record<string, News['kind']>> = {
  ONCRMDYNAMICITEMUPDATE: 'item',
  ONCRMDEALUPDATE: 'item',
  ONCRMLEADUPDATE: 'item',
  ONTASKUPDATE: 'task',
  ONCRMTIMELINECOMMENTADD: 'comment',
  ONTASKCOMMENTADD: 'task_comment',
};
const ownKinds: Readonly<Record<string, number>> = { ONCRMDEALUPDATE: 2, ONCRMLEADUPDATE: 1 };

/**
 * Takes in what a vendor's own portal tells, so that it can be answered at once. Its secret has to be the one
 * of the outgoing webhook; of what it says only kind and number are kept, and looked up there.
 *
 * @param body a form, as it came
 */
export async function takeNews(
  deps: Pick<Deps, 'db' | 'now' | 'secretBox'>,
  portal: VendorPortalRow,
  body: string,
): Promise<Result<'stored' | 'dropped', 'malformed' | 'not_proven'>> {
  const form = readForm(body, 2);
  if (!form.ok) return form;
  const { tenantId, sealedEventKey, settings } = portal;
  const token = form.value.get('auth[application_token]');
  if (sealedEventKey === null || token === undefined) return fail('not_proven');
  if (!isSame(deps.secretBox.open(sealedEventKey, vendorPortalKeyPlace(tenantId)), token))
    return fail('not_proven');
  const news = newsIn(form.value);
  if (!news || (news.kind === 'item' && news.entityTypeId !== settings.item?.entityTypeId))
    return succeed('dropped');
  const at = new Date(deps.now());
  const { kind, remoteId } = news;
  const digest = sha256(JSON.stringify([kind, remoteId, form.value.get('ts')]));
  await keepNews(deps.db, { tenantId, sha256: digest, kind, remoteId, receivedAt: at, tryAt: at });
  return succeed('stored');
}

/** Where an event says its number. Of a comment in a chat it names none, but always its task. */
const numberAt: Readonly<Record<News['kind'], string>> = {
  item: 'data[FIELDS][ID]',
  comment: 'data[FIELDS][ID]',
  task: 'data[FIELDS_AFTER][ID]',
  task_comment: 'data[FIELDS_AFTER][TASK_ID]',
};

function newsIn(form: ReadonlyMap<string, string>): News | undefined {
  const name = (form.get('event') ?? '').toUpperCase();
  const kind = events[name];
  if (kind === undefined) return undefined;
  const id = form.get(numberAt[kind]) ?? '';
  if (!/^[1-9]\d{0,14}$/.test(id)) return undefined;
  const entityTypeId = ownKinds[name] ?? Number(form.get('data[FIELDS][ENTITY_TYPE_ID]'));
  return { kind, remoteId: Number(id), entityTypeId };
}

const isSame = (one: string, other: string): boolean =>
  timingSafeEqual(Buffer.from(sha256(one)), Buffer.from(sha256(other)));
