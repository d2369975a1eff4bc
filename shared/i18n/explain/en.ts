/** Why a regulation decided what it decided, sentence by sentence. */
export const en = {
  'clause.ref': 'clause {clause}',

  'due.by': 'First reply by {due} ({zone}) — {clause}.',
  'target.businessDay': {
    one: 'The term is {count} working day.',
    other: 'The term is {count} working days.',
  },
  'target.businessHour': {
    one: 'The term is {count} hour of working time.',
    other: 'The term is {count} hours of working time.',
  },
  'target.businessMinute': {
    one: 'The term is {count} minute of working time.',
    other: 'The term is {count} minutes of working time.',
  },
  'reading.clamped':
    'A working day ends at the same clock time of the next working day, not later than its closing.',
  'reading.wholeDays': {
    one: 'The day starts at opening, so it counts in full, until closing.',
    other: 'The days start at opening, so they count in full, until the last one closes.',
  },
  'reading.sameClockRoll':
    'A working day ends at the same clock time of the next working day; where the desk is closed then, at its next opening.',
  'reading.endOfDay': 'A working day ends at the close of the next working day.',
  'reading.businessHours': {
    one: 'A working day counts as {count} working hour.',
    other: 'A working day counts as {count} working hours.',
  },
  'start.atOnce': 'Received {received}, in working hours: the term runs from then.',
  'start.later': 'Received {received}, outside working hours: the term runs from {start}.',
  'counted.spans': 'Counted: {spans}; {total} in all.',
  'counted.days': {
    one: 'Working day counted: {days}.',
    other: 'Working days counted: {days}, {count} in all.',
  },
  'span.day': '{day} {hours}',
  'span.days': '{first} – {last}, {hours} each day',
  skipped: 'Not counted: {days}.',
  'skipped.holiday': { one: '{days}: public holiday', other: '{days}: public holidays' },
  'skipped.day_off': { one: '{days}: day off', other: '{days}: days off' },
  'skipped.transferred': {
    one: '{days}: day off moved here',
    other: '{days}: days off moved here',
  },
  'skipped.additional': { one: '{days}: additional day off', other: '{days}: additional days off' },
  'skipped.named': '{days}: {name}',
  paused: 'The clock stood still: {pauses}.',
  calendar: 'Calendar: {calendar}.',
  'calendars.uz-five-day': 'Uzbekistan, five-day week',
  'calendars.uz-six-day': 'Uzbekistan, six-day week',
  'calendars.ru-production': 'Russian production calendar',
  estimated: 'The calendar of these days is not final yet, so this is an estimate.',
  edition: 'Edition of {edition}.',
  'edition.undated': 'Edition without a date, read on {date}.',
  'edition.early':
    'The request came before this edition was in force, and it decides all the same.',

  'unstated.hours_not_stated':
    'The regulation names no working hours, so no due time can be given — {clause}.',
  'unstated.term_not_stated': 'The regulation sets no term for the first reply — {clause}.',
  'unstated.calendar_missing':
    'There is no calendar for a year that would have to be counted, so nothing is promised there — {clause}.',
  'unstated.contract_sets_term': 'The contract sets the term of the first reply — {clause}.',
  'unstated.level_unknown':
    'The term depends on the level of support, and the level is unknown — {clause}.',
  'unstated.awaiting_channel':
    'The term runs once the message is in the official channel — {clause}.',
  'unstated.contract_needed': 'A contract is needed first; no term runs — {clause}.',
  'unstated.not_covered': 'Support is not promised to this requester; no term runs — {clause}.',

  'entitlement.entitled': 'The right to support is confirmed — {clause}.',
  'entitlement.entitledUntil': 'The right to support is confirmed until {until} — {clause}.',
  'entitlement.lapsed': 'The right to support has ended — {clause}.',
  'entitlement.lapsedOn': 'The right to support ended on {until} — {clause}.',
  'entitlement.missing': 'No right to support was found — {clause}.',
  'entitlement.unverified': 'The right to support is not confirmed yet — {clause}.',
  'effect.promise': 'The request is handled by the same rules, without a guarantee.',
  'effect.register_and_inform': 'The request is registered and the requester is told so.',
  'effect.contract_route': 'The requester is shown the way to a contract.',
  'guarantee.holds': 'Support is a promise here, not a courtesy — {clause}.',
  'guarantee.fields': 'Without this, support is a courtesy and not a promise: {fields} — {clause}.',
  'guarantee.none': 'Support is a courtesy here, not a promise — {clause}.',
  missing: 'Missing from the request: {fields}.',
  'scope.in': 'The subject is part of support — {clause}.',
  'scope.out': '{reason} — {clause}.',
  'route.official': 'Official channel: {channel} — {clause}.',
  'route.bridge': 'The request still has to reach its official channel: {channel} — {clause}.',
  'route.contract': 'A contract is asked for here: {channel} — {clause}.',
  rights: 'An agent may: {rights}.',
  'right.refuse': 'refuse — {clause}',
  'right.ask_missing': 'ask for what is missing — {clause}',
  'right.handle_out_of_turn': 'take it out of turn — {clause}',
  'channel.widget': 'this form',
  'channel.mail': 'mail',
  'channel.telegram': 'Telegram',
  'channel.whatsapp': 'WhatsApp',
  'channel.phone': 'phone',
  'channel.bitrix24': 'Bitrix24',
} as const;
