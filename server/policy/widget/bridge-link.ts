import type { Channel, Locale } from '#shared/vocabulary.ts';
import type { PolicyPack } from '#server/policy/pack.ts';
import { addressIn, bridgeOf } from '#server/policy/pack/official-channels.ts';

/** Where a prepared request is handed over, and the press that does it. */
export interface BridgeLink {
  /** As a person reads it. */
  readonly address: string;
  /** Opens the channel with the number and the one-time code already in the message. */
  readonly href: string;
}

/** @throws RangeError when the pack has no bridge to such a channel */
export function bridgeLink(
  { channels }: Pick<PolicyPack, 'channels'>,
  channel: Channel,
  { locale, number, code }: { locale: Locale; number: string; code: string },
): BridgeLink {
  const target = bridgeOf(channels, channel);
  if (!target?.bridge) throw new RangeError('the pack has no bridge to this channel');
  const { href, subject, text } = target.bridge;
  const message = fillSlots(text[locale], { number, code });
  const title = fillSlots(subject?.[locale] ?? '', { number, code });
  return {
    address: addressIn(target, locale),
    href: fillSlots(href, {
      text: encodeURIComponent(message),
      subject: encodeURIComponent(title),
    }),
  };
}

const fillSlots = (template: string, slots: Readonly<Record<string, string>>): string =>
  template.replace(/\{(\w+)\}/g, (slot, name: string) => slots[name] ?? slot);
