import type { DeskTicket, TicketEventView } from '#shared/wire/desk.ts';
import { severities, type Severity } from '#shared/vocabulary.ts';
import { weekdayAndTime } from '#shared/time.ts';
import type { Words } from '#desk/text/words.ts';

/**
 * One line of the history; undefined for events that a bubble already tells (reply, note).
 * Whoever did it stands after the fact.
 */
export function eventLine(
  words: Words,
  ticket: DeskTicket,
  event: TicketEventView,
): string | undefined {
  const what = fact(words, ticket, event);
  if (!what || !event.actor) return what;
  return words.say('event.by', { what, actor: event.actor });
}

function fact(
  { say, locale }: Words,
  { decision, channel, status, clock, timezone }: DeskTicket,
  event: TicketEventView,
): string | undefined {
  const dueAt = decision.firstResponse.dueAt;
  const due = dueAt ? weekdayAndTime(locale, timezone.id, Date.parse(dueAt)) : undefined;
  const by = { channel: say(`channel.${channel}`), edition: decision.edition, due: due ?? '' };
  switch (event.kind) {
    case 'opened':
      if (decision.route.kind === 'bridge') {
        return say('event.openedAwaiting', { channel: say(`channel.${decision.route.channel}`) });
      }
      return say(due ? 'event.openedDue' : 'event.opened', by);
    case 'channel_confirmed': {
      const arrived = { ...by, channel: say(`channel.${decision.route.channel}`) };
      return say(due ? 'event.channel_confirmedDue' : 'event.channel_confirmed', arrived);
    }
    case 'first_responded':
      if (clock.state === 'met_late') return say('event.first_respondedLate');
      return say(clock.dueAt ? 'event.first_responded' : 'event.first_respondedPlain');
    case 'severity_set':
      return say('event.severity_set', { severity: severityName(say, event) });
    case 'asked':
      return status === 'waiting_requester' ? say('event.asked') : undefined;
    case 'requester_replied':
    case 'resolved':
    case 'reopened':
      return say(`event.${event.kind}`);
    case 'replied':
    case 'noted':
      return undefined;
  }
}

function severityName(say: Words['say'], event: TicketEventView): string {
  const named = event.params?.['severity'] ?? event.params?.['to'] ?? '';
  const known = (severities as readonly string[]).includes(named);
  return known ? say(`severity.${named as Severity}`) : say('common.unknown');
}
