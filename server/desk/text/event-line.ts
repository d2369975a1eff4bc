import type { DeskTicket, TicketEventView } from '#shared/wire/desk.ts';
import { agentRoles } from '#shared/people.ts';
import { accessScopes, severities, type Severity } from '#shared/vocabulary.ts';
import { civilDate } from '#shared/time.ts';
import { lifeLine } from '#desk/text/life-line.ts';
import { reasonIn } from '#desk/text/reason-in.ts';
import { weekdayMoment } from '#desk/text/moments.ts';
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
  const { actor, via } = event;
  return via === undefined
    ? words.say('event.by', { what, actor })
    : words.say('event.byVia', { what, actor, via });
}

function fact(
  words: Words,
  { decision, channel, status, clock, events, timezone, now, fieldLabels }: DeskTicket,
  event: TicketEventView,
): string | undefined {
  const { say, locale } = words;
  const moment = (at: string) =>
    weekdayMoment(locale, timezone.id, Date.parse(at), Date.parse(now));
  // the receipt promised what was due before the first move
  const firstMove = events.find(({ kind }) => kind === 'due_moved');
  const dueAt = firstMove ? firstMove.params?.['from'] : decision.firstResponse.dueAt;
  const due = dueAt ? moment(dueAt) : undefined;
  const by = {
    channel: say(`channel.${channel}`),
    edition: editionName(say, locale, decision.edition),
    due: due ?? '',
  };
  switch (event.kind) {
    case 'opened':
      if (status === 'awaiting_channel') {
        return say('event.openedAwaiting', { channel: say(`channel.${decision.route.channel}`) });
      }
      if (events.some(({ kind }) => kind === 'channel_confirmed')) return say('event.openedEarly');
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
    case 'due_moved': {
      const { from, to, because } = event.params ?? {};
      if (!to) return undefined;
      if (!from) return say('event.due_set', { to: moment(to) });
      const instants = { from: moment(from), to: moment(to) };
      return say(
        because === 'severity' ? 'event.due_movedBySeverity' : 'event.due_moved',
        instants,
      );
    }
    case 'meeting_arranged':
    case 'meeting_cancelled': {
      const at = event.params?.['at'];
      return at ? say(`event.${event.kind}`, { at: moment(at) }) : undefined;
    }
    case 'meeting_held':
      return say('event.meeting_held', { minutes: event.params?.['minutes'] ?? '' });
    case 'participant_added': {
      const role = agentRoles.find((one) => one === event.params?.['role']);
      return say('event.participant_added', { role: say(`role.${role ?? 'agent'}`) });
    }
    case 'access_asked':
    case 'access_given':
    case 'secret_viewed':
    case 'access_revoked':
    case 'access_expired':
      return say(`event.${event.kind}`, { what: accessName(say, fieldLabels, event) });
    case 'due_breached':
      return event.params?.['clock'] === 'critical_ack'
        ? say('event.critical_breached')
        : lifeLine(words, event, moment);
    case 'on_call_called':
      return say('event.on_call_called', { agent: event.params?.['agent'] ?? '' });
    case 'portal_probed':
      return portalFact(say, event);
    case 'consent_withdrawn':
      return say('event.consent_withdrawn', { version: event.params?.['version'] ?? '' });
    case 'condition_set':
      return conditionFact(say, event);
    case 'asked':
      return status === 'waiting_requester' ? say('event.asked') : undefined;
    case 'time_logged':
    case 'time_corrected':
    case 'time_voided':
      return say(`event.${event.kind}`, { minutes: event.params?.['minutes'] ?? '' });
    case 'hours_warned':
    case 'order_proposed':
    case 'order_accepted':
    case 'order_declined':
    case 'order_done':
    case 'plan_task_overdue':
    case 'plan_task_done':
    case 'taken_up':
    case 'on_call_exhausted':
    case 'incident_opened':
    case 'incident_recovered':
    case 'requester_replied':
    case 'request_completed':
    case 'resolved':
    case 'reopened':
    case 'participant_removed':
    case 'idea_assigned':
    case 'idea_aimed':
    case 'idea_overdue':
    case 'article_finished':
    case 'guest_invited':
    case 'guest_visited':
    case 'guest_revoked':
    case 'guest_expired':
    case 'contact_converted':
      return say(`event.${event.kind}`);
    case 'content_erased': {
      const left = Number(event.params?.['left'] ?? 0);
      return left > 0
        ? say('event.content_erasedLeft', { count: left })
        : say('event.content_erased');
    }
    case 'portal_copy_deleted': {
      const number = event.params?.['remote'] ?? '';
      const isItem = event.params?.['type'] === 'item';
      const record = say(isItem ? 'records.item' : 'records.task', { number });
      return say('event.portal_copy_deleted', { record });
    }
    case 'replied':
    case 'noted':
    case 'contact_recorded':
    case 'guest_wrote':
      return undefined;
    default:
      return lifeLine(words, event, moment);
  }
}

/** Admin access by its name, connection data by that of its field. */
function accessName(
  say: Words['say'],
  fieldLabels: DeskTicket['fieldLabels'],
  event: TicketEventView,
): string {
  const scope = event.params?.['scope'] ?? '';
  const admin = accessScopes.find((one) => one === scope);
  return admin ? say(`access.${admin}`) : (fieldLabels?.[scope] ?? scope);
}

function portalFact(say: Words['say'], { params }: TicketEventView): string {
  const status = params?.['status'];
  if (status !== undefined) return say('event.portal_reachable', { status });
  const why = params?.['reason'] ?? '';
  if (why === 'held') return say('event.portal_held');
  const refused = params?.['outcome'] === 'refused';
  const reason = reasonIn({ say }, why);
  return say(refused ? 'event.portal_refused' : 'event.portal_unreachable', { reason });
}

function conditionFact(say: Words['say'], { params }: TicketEventView): string {
  const state = params?.['state'];
  return say(`event.condition_${state === 'held' || state === 'broken' ? state : 'unknown'}`);
}

function severityName(say: Words['say'], event: TicketEventView): string {
  const named = event.params?.['severity'] ?? event.params?.['to'] ?? '';
  const known = (severities as readonly string[]).includes(named);
  return known ? say(`severity.${named as Severity}`) : say('common.unknown');
}

/** `от 25.11.2025`; a text without a date is known by the day it was read: `undated-2026-08-20`. */
function editionName(say: Words['say'], locale: Words['locale'], edition: string): string {
  const day = /\d{4}-\d{2}-\d{2}$/.exec(edition)?.[0];
  if (!day) return edition;
  const date = civilDate(locale, day);
  return say(edition === day ? 'edition.dated' : 'edition.undated', { date });
}
