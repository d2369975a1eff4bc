import { html } from 'hono/html';
import { openableAddress } from '#server/features/policy-page/address.ts';
import { icon } from '#server/features/policy-page/icons.ts';
import type { PageWords } from '#server/features/policy-page/page-words.ts';
import { clauseLink, type Html, section } from '#server/features/policy-page/parts.ts';
import { addressIn, officialChannels } from '#server/policy/widget/bridge-link.ts';
import type { PolicyPack } from '#server/policy/pack.ts';
import type { OfficialChannel } from '#server/policy/pack/channels.ts';

/** Every official way to ask, the preferred one first, and the ways that are no request. */
export function channelsSection(words: PageWords, pack: PolicyPack): Html {
  const { say } = words;
  const cards = [
    ...(pack.widget.mode === 'off'
      ? []
      : [{ preferred: pack.widget.preferred, card: widgetCard(words, pack.widget) }]),
    ...officialChannels(pack.channels).map((channel) => ({
      preferred: channel.preferred,
      card: channelCard(words, channel),
    })),
  ].toSorted((a, b) => Number(b.preferred) - Number(a.preferred));
  const unofficial = pack.channels.filter(({ official }) => !official);
  return section(
    words,
    {
      id: 'channels',
      title: say('channels.title'),
      clauses: [pack.widget.clause, ...pack.channels.map(({ clause }) => clause)],
    },
    html`<ul class="channels">
        ${cards.map(({ card }) => card)}
      </ul>
      ${
        unofficial.length === 0
          ? ''
          : html`<p>${say('channels.notOfficial')}</p>
              <ul class="lines">
                ${unofficial.map(
                  ({ label, clause }) =>
                    html`<li>${label[words.locale]} ${clauseLink(words, clause)}</li>`,
                )}
              </ul>`
      }`,
  );
}

function widgetCard({ say }: PageWords, { mode, preferred }: PolicyPack['widget']): Html {
  const how = mode === 'bridge' ? 'channels.buttonBridge' : 'channels.buttonOfficial';
  return html`<li>
    ${icon('widget')}
    <p class="channel-name">${say('channels.button')}</p>
    <p>${say(how)}</p>
    ${preferred ? html`<p class="aside">${say('channels.preferred')}</p>` : ''}
  </li>`;
}

function channelCard({ locale, say }: PageWords, channel: OfficialChannel): Html {
  return html`<li>
    ${icon(channel.kind)}
    <p class="channel-name">${channel.label[locale]}</p>
    <p><a href="${openableAddress(channel.href)}">${breakable(addressIn(channel, locale))}</a></p>
    ${channel.preferred ? html`<p class="aside">${say('channels.preferred')}</p>` : ''}
    ${channel.intake === 'full' ? '' : html`<p class="aside">${say('channels.verify')}</p>`}
  </li>`;
}

/** A long mailbox breaks before a part of its domain, not in a word. */
function breakable(address: string): Html {
  const [mailbox = '', domain] = address.split('@');
  if (!mailbox || domain === undefined) return html`${address}`;
  const parts = domain.split('.').map((part, index) => html`<wbr />${index > 0 ? '.' : ''}${part}`);
  return html`${mailbox}@${parts}`;
}
