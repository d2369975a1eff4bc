import type { CustomerPortal } from '#shared/wire/desk-portals.ts';
import { civilDate } from '#shared/time.ts';
import type { Locale } from '#shared/vocabulary.ts';
import { en } from '#shared/i18n/section-portals/en.ts';
import type { SayPortals } from '#desk/sections/portals/portal-words.ts';

/** How a row speaks. */
export interface Telling {
  readonly say: SayPortals;
  readonly locale: Locale;
  /** An instant of the wire in the reader's zone. */
  readonly moment: (instant: string) => string;
}

/** What is proven of a portal, in one line. */
export function portalFacts({ say, moment }: Telling, portal: CustomerPortal): string {
  const { kind, license, version, status, paymentExpired, installedAt, administrator } = portal;
  const key = `status.${status}`;
  const name =
    administrator?.name ?? (administrator && say('person', { id: administrator.userId }));
  const date = installedAt && moment(installedAt);
  return [
    kind && say(`kind.${kind}`),
    license,
    say('version', { version }),
    key in en ? say(key as keyof typeof en) : '',
    paymentExpired ? say('unpaid') : '',
    date && name ? say('installedBy', { date, name }) : date && say('installed', { date }),
    say('seen', { time: moment(portal.seenAt) }),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** The contract that a portal has, and what its administrator named, with all that a decision needs. */
export function portalNews({ say, locale, moment }: Telling, portal: CustomerPortal): string[] {
  const { contract, ask, erasureAskedAt } = portal;
  const until = (date: string | null) => (date === null ? undefined : civilDate(locale, date));
  return [
    erasureAskedAt && say('notErased', { time: moment(erasureAskedAt) }),
    contract && contractLine(say, contract, until(contract.onRecord?.validUntil ?? null)),
    ask && askLine(),
    ask?.refusedAt
      ? say('ask.refused', { time: moment(ask.refusedAt), reason: ask.reason ?? '' })
      : '',
  ].filter((line): line is string => Boolean(line));

  function askLine(): string {
    if (!ask) return '';
    const { number, by, onRecord } = ask;
    const time = moment(ask.at);
    const date = until(onRecord?.validUntil ?? null);
    const organisation = onRecord?.organisation.name ?? '';
    const known = onRecord
      ? [
          date ? say('ask.foundUntil', { organisation, date }) : say('ask.found', { organisation }),
          say(onRecord.namesPortal ? 'ask.namesPortal' : 'ask.otherPortals'),
        ]
      : [say('ask.unknown')];
    const named = by
      ? say('ask.named', { name: by, number, time })
      : say('ask.namedByNobody', { number, time });
    return [named, ...known].join('. ');
  }
}

function contractLine(
  say: SayPortals,
  { number, onRecord }: NonNullable<CustomerPortal['contract']>,
  date: string | undefined,
): string {
  if (!onRecord) return say('contract.gone', { number });
  const organisation = onRecord.organisation.name;
  return date
    ? say('contract.until', { number, organisation, date })
    : say('contract.has', { number, organisation });
}
