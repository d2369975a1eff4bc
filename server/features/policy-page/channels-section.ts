import { html } from 'hono/html';
import { openableAddress } from '#server/features/policy-page/address.ts';
import { contactLines } from '#server/features/policy-page/contact-lines.ts';
import { icon } from '#server/features/policy-page/icons.ts';
import type { PageWords } from '#server/features/policy-page/page-words.ts';
import { clauseLink, type Html, section } from '#server/features/policy-page/parts.ts';
import { toConfirm } from '#server/features/policy-page/to-confirm.ts';
import { addressIn, officialChannels } from '#server/policy/pack/official-channels.ts';
import type { PolicyPack } from '#server/policy/pack.ts';
import type { OfficialChannel } from '#server/policy/pack/channels.ts';

/** Every official way to ask, the preferred one first, the ways that are no request, and addresses. */
export function channelsSection(words: PageWords, pack: PolicyPack): Html {
  const { widget, contacts, roles } = pack;
  const cards = [
    ...(widget.mode === 'off'
      ? []
      : [{ preferred: widget.preferred, card: widgetCard(words, widget) }]),
    ...officialChannels(pack.channels).map((channel) => ({
      preferred: channel.preferred,
      card: channelCard(words, channel),
    })),
  ].toSorted((a, b) => Number(b.preferred) - Number(a.preferred));
  return section(
    words,
    {
      id: 'channels',
      title: words.say('channels.title'),
      clauses: [widget, ...pack.channels, ...contacts, ...roles].map(({ clause }) => clause),
    },
    html`<ul class="channels">
        ${cards.map(({ card }) => card)}
      </ul>
      ${unofficial(words, pack)} ${contactLines(words, pack)}
      ${toConfirm(words, pack, ['channels', 'widget', 'contacts', 'roles'])}`,
  );
}

function unofficial(words: PageWords, { channels }: PolicyPack): Html | '' {
  const { locale, say } = words;
  const others = channels.filter(({ official }) => !official);
  if (others.length === 0) return '';
  return html`<p>${say('channels.notOfficial')}</p>
    <ul class="lines">
      ${others.map(
        ({ label, record, clause }) =>
          html`<li>
            ${label[locale]}
            <span class="aside">${say(`channels.record.${record}`)}</span>
            ${clauseLink(words, clause)}
          </li>`,
      )}
    </ul>`;
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
    ${channel.groups === 'supported' ? html`<p class="aside">${say('channels.groups')}</p>` : ''}
  </li>`;
}

/** A long mailbox breaks before a part of its domain, not in a word. */
function breakable(address: string): Html {
  const [mailbox = '', domain] = address.split('@');
  if (!mailbox || domain === undefined) return html`${address}`;
  const parts = domain.split('.').map((part, index) => html`<wbr />${index > 0 ? '.' : ''}${part}`);
  return html`${mailbox}@${parts}`;
}
