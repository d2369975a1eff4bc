import type { TicketEventView } from '#shared/wire/desk.ts';
import { civilDate } from '#shared/time.ts';
import { clockKinds, findings, outcomes } from '#shared/vocabulary.ts';
import type { Words } from '#desk/text/words.ts';

/**
 * What happened to a ticket in its life, as one line of the history; undefined where a bubble or
 * another line tells it.
 *
 * @param moment an ISO instant as the history shows it
 */
export function lifeLine(
  words: Words,
  { kind, params = {} }: TicketEventView,
  moment: (at: string) => string,
): string | undefined {
  const { say, locale } = words;
  const withNews = (what: string) => {
    const by = params['nextUpdateBy'];
    return by ? say('event.nextNews', { what, at: moment(by) }) : what;
  };
  switch (kind) {
    case 'diagnosed': {
      const finding = findings.find((one) => one === params['finding']) ?? 'error';
      return say(`event.diagnosed.${finding}`);
    }
    case 'assigned':
      return params['to']
        ? say('event.assigned', { agent: params['to'] })
        : say('event.unassigned');
    case 'escalated':
      return withNews(say('event.escalated', { to: params['to'] ?? '' }));
    case 'requester_informed':
      return withNews(say('event.requester_informed'));
    case 'release_planned':
      return say('event.release_planned', { on: civilDate(locale, params['on'] ?? '') });
    case 'release_shipped':
      return say('event.release_shipped', { version: params['version'] ?? '' });
    case 'due_warned':
    case 'due_breached': {
      const clock = clockKinds.find((one) => one === params['clock']) ?? 'first_response';
      return say(`event.${kind}`, { clock: say(`clock.${clock}`) });
    }
    case 'closed': {
      const outcome = outcomes.find((one) => one === params['outcome']) ?? 'refused';
      return say('event.closed', { outcome: say(`outcome.${outcome}`) });
    }
    case 'follow_up_answered':
      return followUpLine(words, params['solved']);
    case 'diagnosis_started':
    case 'returned':
    case 'deferred':
    case 'handed_over':
    case 'reminded':
    case 'follow_up_sent':
    case 'follow_up_called':
    case 'follow_up_done':
    case 'appealed':
    case 'appeal_heard':
    case 'problem_linked':
      return say(`event.${kind}`);
    case 'linked':
    case 'merged':
    case 'merged_answered':
    case 'absorbed':
    case 'unmerged':
    case 'separated': {
      const ticket = params['to'] ?? params['into'] ?? params['from'] ?? '';
      return say(`event.${kind}`, { ticket });
    }
    default:
      return undefined;
  }
}

function followUpLine({ say }: Words, solved: string | undefined): string {
  if (solved === undefined) return say('event.follow_up_answered');
  return say(solved === 'true' ? 'event.follow_up_solved' : 'event.follow_up_unsolved');
}
