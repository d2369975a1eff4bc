import type { MessageView } from '#shared/wire/ticket.ts';
import type { LoggedEvent } from '#server/features/event-log/event-body.ts';
import { bbText } from '#server/features/portals/bb-text.ts';
import { fileLink } from '#server/features/vendor-portal/file-link.ts';
import type { ShownTicket } from '#server/features/vendor-portal/read-shown-ticket.ts';
import type { VendorPortalSettings } from '#server/features/vendor-portal/vendor-portal-settings.ts';
import { vendorPortalWords } from '#server/features/vendor-portal/vendor-portal-words.ts';

type Language = Pick<VendorPortalSettings, 'locale'>;

/** A text stays below what a field of the portal holds, characters. */
const longest = 20_000;
const cut = (text: string) => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text);

/** How an item or a task is called. */
export const titleOf = ({ number, ticket }: ShownTicket): string =>
  `${number} ${ticket.subject}`.slice(0, 250);

/** By this the comment of an event is found again, and known as ours. */
const commentMark = (seq: number): string => `reglament-${seq}`;
const mark = /\nreglament-(\d+)\s*$/;

/** Of which event a comment tells; undefined for one that is not ours. */
export function markedSeq(text: string): number | undefined {
  const [, seq] = mark.exec(text) ?? [];
  return seq === undefined ? undefined : Number(seq);
}

/** What a request says, as BB-code: its answers with the labels of the form, and the way to the desk. */
export function requestText(
  { answers, link, messages }: ShownTicket,
  { locale }: Language,
): string {
  const say = vendorPortalWords(locale);
  const files = messages.find(({ kind }) => kind === 'request')?.attachments ?? [];
  return cut(
    [
      ...answers.map(({ label, value }) => `[B]${bbText(label)}:[/B] ${bbText(value)}`),
      ...filesLine(files, link, { locale }),
      say('request.link', { link }),
    ].join('\n'),
  );
}

const filesLine = (
  files: MessageView['attachments'],
  link: string,
  { locale }: Language,
): string[] =>
  files.length === 0
    ? []
    : [
        vendorPortalWords(locale)('files', {
          names: files
            .map((file) => `[URL=${fileLink(link, file)}]${bbText(file.name)}[/URL]`)
            .join(', '),
        }),
      ];

/** What somebody wrote, as BB-code, with who it was and where its files are. */
export function commentText(
  shown: Pick<ShownTicket, 'link'>,
  message: MessageView,
  seq: number,
  { locale }: Language,
): string {
  const say = vendorPortalWords(locale);
  const who =
    message.authorName ?? say(message.author === 'requester' ? 'by.requester' : 'by.desk');
  return [
    `[B]${bbText(who)}[/B]`,
    cut(bbText(message.text)),
    ...filesLine(message.attachments, shown.link, { locale }),
    commentMark(seq),
  ].join('\n');
}

/** What a ticket is handed over with: to whom, why, and which one it is. */
export function handedText(
  shown: ShownTicket,
  { params, at }: Pick<LoggedEvent, 'params' | 'at'>,
  { locale }: Language,
): string {
  const say = vendorPortalWords(locale);
  const to = String(params['to'] ?? '');
  const target = shown.policy.pack.escalation?.targets.find(({ id }) => id === to);
  const said = shown.messages.filter(
    ({ createdAt, kind }) => Date.parse(createdAt) === at.getTime() && kind !== 'request',
  );
  // an escalation says why in a note, a wish that is passed on in the answer itself
  const why = said.find(({ kind }) => kind === 'note') ?? said[0];
  return cut(
    [
      say('handed.to', { to: bbText(target?.name[locale] ?? to) }),
      ...(why ? [say('handed.reason', { reason: bbText(why.text) })] : []),
      say('handed.reference', { number: shown.number }),
      '',
      requestText(shown, { locale }),
    ].join('\n'),
  );
}
