import { bbText } from '#server/features/portals/bb-text.ts';
import type { Letter } from '#server/features/outbox/letter.ts';

/** What a portal is asked to show a person: parameters of `im.notify.system.add`. */
export type PortalNotice = Readonly<
  Record<'USER_ID' | 'MESSAGE' | 'MESSAGE_OUT' | 'TAG' | 'SUB_TAG', string>
>;

const excerptLength = 200;

/**
 * A letter as a notice inside a portal: its subject, which leads to the ticket in the app, and how its words begin. A
 * notice of the same ticket takes the place of the one before.
 *
 * @param app name of the app in the catalogue, such as `acme.helpline`
 * @param number of the ticket, as people read it
 */
export function portalNotice(
  { subject, text }: Pick<Letter, 'subject' | 'text'>,
  { app, number, userId }: { readonly app: string; number: string; userId: number },
): PortalNotice {
  const said = excerptOf(text);
  const page = `/marketplace/view/${app}/?params[ticket]=${encodeURIComponent(number)}`;
  return {
    USER_ID: String(userId),
    MESSAGE: [`[URL=${page}]${bbText(subject)}[/URL]`, bbText(said)].filter(Boolean).join('\n'),
    MESSAGE_OUT: bbText(subject),
    TAG: `${app}|${number}`,
    SUB_TAG: app,
  };
}

/** The first words, whole, and a sign where there are more. */
function excerptOf(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length <= excerptLength) return line;
  return `${line.slice(0, excerptLength).replace(/\s\S*$/u, '')}…`;
}
