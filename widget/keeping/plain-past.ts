import { emptyDraft, type Draft } from '#widget/controllers/draft.ts';
import type { Order, Parcel } from '#widget/controllers/order.ts';
import { thisDevice } from '#widget/keeping/person.ts';
import type { KeyedStorage } from '#widget/storage.ts';

/** What an earlier release of the widget kept as plain text. */
export interface PlainPast {
  readonly draft?: Draft;
  readonly order?: Order;
}

function parsed(text: string | undefined): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Takes what lies there in plain, once, for whoever comes first; a request that the host vouched for waits
 * for somebody whom the host vouches for. Its files did not outlive their page then.
 */
export function takePlainPast(marks: KeyedStorage, person: string): PlainPast {
  const draft = parsed(marks.get('draft'));
  const sending = parsed(marks.get('sending'));
  const isTheirs = sending && sending['signed'] === (person !== thisDevice);
  if (draft) marks.remove('draft');
  if (isTheirs) marks.remove('sending');
  return {
    ...(draft && { draft: { ...emptyDraft, ...draft } }),
    ...(isTheirs && { order: { ...(sending as unknown as Order), person, draft: emptyDraft } }),
  };
}

/** A reply that lies there in plain, once; one with a `body` was sent, and nobody knows whether it arrived. */
export function takePlainReply(
  marks: KeyedStorage,
  person: string,
  to: string,
): Parcel | undefined {
  const past = parsed(marks.get(`reply:${to}`));
  if (!past) return undefined;
  marks.remove(`reply:${to}`);
  const { text = '', key, uploaded = {} } = past as Record<string, string> & { uploaded?: object };
  const attachments = Object.values(uploaded);
  return {
    key: key ?? '',
    person,
    to,
    files: [],
    draft: { ...emptyDraft, answers: { text } },
    ...(key && { body: JSON.stringify({ text: text.trim(), attachments }) }),
  };
}
