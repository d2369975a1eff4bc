import { html } from 'hono/html';
import { openableAddress } from '#server/features/policy-page/address.ts';
import type { PageWords } from '#server/features/policy-page/page-words.ts';
import type { Html } from '#server/features/policy-page/parts.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

/** Where to go instead; nothing where there is no address, or where the channels below are meant. */
export const nextStepLink = (
  { say }: PageWords,
  { code, href }: PolicyPack['entitlement']['nextStep'],
): Html | undefined =>
  href && code !== 'write_to_channel'
    ? html`<a href="${openableAddress(href)}">${say(`nextStep.${code}`)}</a>`
    : undefined;
