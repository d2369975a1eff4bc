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
  const { href, address, subject, text } = bridgeWords({ channels }, channel, {
    locale,
    number,
    code,
  });
  return {
    address,
    href: fillSlots(href, {
      text: encodeURIComponent(text),
      subject: encodeURIComponent(subject),
    }),
  };
}

/**
 * What is said in the official channel, and where.
 *
 * @throws RangeError when the pack has no bridge to such a channel
 */
export function bridgeWords(
  { channels }: Pick<PolicyPack, 'channels'>,
  channel: Channel,
  { locale, number, code }: { locale: Locale; number: string; code: string },
): {
  readonly href: string;
  readonly address: string;
  readonly subject: string;
  readonly text: string;
} {
  const target = bridgeOf(channels, channel);
  if (!target?.bridge) throw new RangeError('the pack has no bridge to this channel');
  const { href, subject, text } = target.bridge;
  return {
    href,
    address: addressIn(target, locale),
    subject: fillSlots(subject?.[locale] ?? '', { number, code }),
    text: fillSlots(text[locale], { number, code }),
  };
}

const fillSlots = (template: string, slots: Readonly<Record<string, string>>): string =>
  template.replace(/\{(\w+)\}/g, (slot, name: string) => slots[name] ?? slot);
