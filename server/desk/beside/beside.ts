import type { DeskAccessList } from '#shared/wire/access.ts';
import type { UsedArticles } from '#shared/wire/articles.ts';
import type { ColleagueList } from '#shared/wire/colleagues.ts';
import type { GuestList } from '#shared/wire/guests.ts';
import type { TicketTime } from '#shared/wire/hours.ts';
import type { KnownProblemView } from '#shared/wire/known-problems.ts';
import type { MeetingList } from '#shared/wire/meetings.ts';
import type { OrderView } from '#shared/wire/orders.ts';
import type { ParticipantList } from '#shared/wire/participants.ts';
import { succeed, type Result } from '#shared/result.ts';
import type { Language } from '#shared/vocabulary.ts';
import type { BesideApi, TicketAt } from '#desk/api/beside.ts';

/** Everything beside one ticket: hours, meetings, access, people, orders, articles, known problems. */
export interface Beside {
  readonly time: TicketTime;
  readonly meetings: MeetingList['meetings'];
  readonly access: DeskAccessList;
  readonly guests: GuestList['guests'];
  readonly people: ParticipantList;
  readonly orders: readonly OrderView[];
  /** Known problems that it is about. */
  readonly problems: readonly KnownProblemView[];
  readonly colleagues: ColleagueList['rows'];
  readonly articles: UsedArticles['articles'];
}

/** All of it at once; what one list refuses is refused as a whole. */
export async function readBeside(
  api: BesideApi,
  at: TicketAt,
  locale: Language,
): Promise<Result<Beside>> {
  const [time, meetings, access, guests, people, orders, problems, colleagues, articles] =
    await Promise.all([
      api.time(at),
      api.meetings(at),
      api.access(at, locale),
      api.guests(at),
      api.participants(at),
      api.orders(at),
      api.problems(at),
      api.colleagues(at.vendor),
      api.articles(at, locale),
    ]);
  if (!time.ok) return time;
  if (!meetings.ok) return meetings;
  if (!access.ok) return access;
  if (!guests.ok) return guests;
  if (!people.ok) return people;
  if (!orders.ok) return orders;
  if (!problems.ok) return problems;
  if (!colleagues.ok) return colleagues;
  if (!articles.ok) return articles;
  return succeed({
    time: time.value,
    meetings: meetings.value.meetings,
    access: access.value,
    guests: guests.value.guests,
    people: people.value,
    orders: orders.value.orders,
    problems: problems.value.problems,
    colleagues: colleagues.value.rows,
    articles: articles.value.articles,
  });
}
