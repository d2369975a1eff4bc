import type { TicketActKind } from '#shared/wire/ticket-act.ts';
import type { AnswerKind } from '#desk/text/composer-effect.ts';

/** What a key asks for; by `code`, so that ЙЦУКЕН and QWERTY agree. */
export type KeyAct = 'next' | 'previous' | 'help' | 'log_time' | AnswerKind | KeyedAct;

/** Acts on a ticket that have a key. */
export const keyedActs = {
  KeyE: 'escalate',
  KeyD: 'start_diagnosis',
  KeyF: 'diagnose',
  KeyX: 'refuse',
  KeyW: 'defer',
  KeyG: 'assign',
} as const satisfies Readonly<Record<string, TicketActKind>>;
export type KeyedAct = (typeof keyedActs)[keyof typeof keyedActs];

/** Letter of the key that does an act; undefined where none does. */
export const keyOfAct = (act: TicketActKind): string | undefined =>
  Object.entries(keyedActs)
    .find(([, keyed]) => keyed === act)?.[0]
    .slice('Key'.length);

export const isKeyedAct = (act: KeyAct): act is KeyedAct =>
  Object.values<string>(keyedActs).includes(act);

const acts: Readonly<Record<string, KeyAct>> = {
  KeyJ: 'next',
  KeyK: 'previous',
  KeyR: 'reply',
  KeyI: 'question',
  KeyN: 'note',
  KeyT: 'log_time',
  ...keyedActs,
};

type Press = Pick<KeyboardEvent, 'code' | 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Undefined for everything that is not a key of the desk, and for all keys while somebody writes. */
export function keyAct(press: Press, writing: boolean): KeyAct | undefined {
  if (writing || press.ctrlKey || press.metaKey || press.altKey) return undefined;
  if (press.key === '?' || (press.code === 'Slash' && press.shiftKey)) return 'help';
  return press.shiftKey ? undefined : acts[press.code];
}

/** Whether keys belong to a field: text is being written, or a list is being chosen from. */
export function isWriting(target: EventTarget | undefined): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest('dialog[open]')) return true;
  return target.matches(
    'textarea, select, input:not([type=radio], [type=checkbox], [type=button])',
  );
}
