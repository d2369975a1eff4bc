/** The words that both sides use: lists first, their unions below. One word for one thing. */

export const locales = ['ru', 'uz', 'en'] as const;
export type Locale = (typeof locales)[number];

export const severities = ['critical', 'high', 'normal', 'low'] as const;
export type Severity = (typeof severities)[number];

/**
 * Where a ticket stands. `awaiting_channel` is stored and numbered but not yet received: a bridge
 * policy waits for the message in its official channel, so no clock runs.
 */
export const ticketStatuses = [
  'awaiting_channel',
  'open',
  'in_progress',
  'waiting_requester',
  'resolved',
] as const;
export type TicketStatus = (typeof ticketStatuses)[number];

export const channels = ['widget', 'mail', 'telegram', 'whatsapp', 'phone', 'bitrix24'] as const;
export type Channel = (typeof channels)[number];

/** `official` files a request; `bridge` prepares one for another channel; `off` shows no form. */
export const widgetModes = ['official', 'bridge', 'off'] as const;
export type WidgetMode = (typeof widgetModes)[number];

/** Who reads it is part of the kind: a note never leaves the desk. */
export const messageKinds = ['request', 'reply', 'question', 'note'] as const;
export type MessageKind = (typeof messageKinds)[number];

export const fieldKinds = [
  'text',
  'longtext',
  'steps',
  'email',
  'phone',
  'url',
  'choice',
  'attachment',
] as const;
export type FieldKind = (typeof fieldKinds)[number];

/** `block` stops sending, `ask` registers first and asks for the rest, `note` only records. */
export const completenessRules = ['block', 'ask', 'note'] as const;
export type Completeness = (typeof completenessRules)[number];

/** Why a support promise does or does not hold for this requester. */
export const entitlementStates = ['entitled', 'lapsed', 'missing', 'unverified'] as const;
export type EntitlementState = (typeof entitlementStates)[number];

/** How a promise of working days is read: see the explanation each due instant carries. */
export const dayReadings = ['clamped', 'sameClockRoll', 'endOfDay'] as const;
export type DayReading = (typeof dayReadings)[number];

/** Why no due instant can be given. Nothing is invented: each has a sentence of its own. */
export const unstatedReasons = [
  'hours_not_stated',
  'term_not_stated',
  'contract_sets_term',
  'level_unknown',
  'awaiting_channel',
  'contract_needed',
  'not_covered',
] as const;
export type UnstatedReason = (typeof unstatedReasons)[number];

/** Why a stretch of time is closed. */
export const closedReasons = [
  'outside_hours',
  'day_off',
  'holiday',
  'transferred',
  'additional',
] as const;
export type ClosedReason = (typeof closedReasons)[number];
