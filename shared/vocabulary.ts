/** The words that both sides use: lists first, their unions below. One word for one thing. */

/** What texts are written in, and what the desk speaks; Uzbek in Latin letters. */
export const languages = ['ru', 'uz', 'en'] as const;
export type Language = (typeof languages)[number];

/** What a requester may read in: Uzbek also in Cyrillic letters, spelled by rule where nobody wrote it so. */
export const locales = ['ru', 'uz', 'uz-Cyrl', 'en'] as const;
export type Locale = (typeof locales)[number];

/** Of texts that are kept as they were written. */
export const languageOf = (locale: Locale): Language => (locale === 'uz-Cyrl' ? 'uz' : locale);

/** How much a ticket weighs, the heaviest first. */
export const severities = ['critical', 'high', 'normal', 'low'] as const;
export type Severity = (typeof severities)[number];

/**
 * Where a ticket stands. `awaiting_channel`: stored and numbered, but no clock runs until the message is
 * in the official channel. `resolved` ended with a solution, `closed` without one.
 */
export const ticketStatuses = [
  'awaiting_channel',
  'open',
  'in_progress',
  'waiting_requester',
  'escalated',
  'waiting_release',
  'deferred',
  'resolved',
  'closed',
] as const;
export type TicketStatus = (typeof ticketStatuses)[number];

/** Ways in which people reach a desk. */
export const channels = ['widget', 'mail', 'telegram', 'whatsapp', 'phone', 'bitrix24'] as const;
export type Channel = (typeof channels)[number];

/** How a ticket came to be: over a channel, or because the vendor's own watch has found an outage. */
export const ticketChannels = [...channels, 'monitoring'] as const;
export type TicketChannel = (typeof ticketChannels)[number];

/** `tick`: a box that the person ticks; `sentence`: said beside the button. */
export const consentForms = ['tick', 'sentence'] as const;

/** `official` files a request; `bridge` prepares one for another channel; `off` shows no form. */
export const widgetModes = ['official', 'bridge', 'off'] as const;

/** What the widget records of a page before a request, where both the vendor and its page want it. */
export const recordKinds = ['console', 'network', 'clicks'] as const;
export type RecordKind = (typeof recordKinds)[number];

/** How loud a line of the console is; `error` are also failures that nobody caught. */
export const consoleLevels = ['error', 'warn', 'info', 'log', 'debug'] as const;
export type ConsoleLevel = (typeof consoleLevels)[number];

/** Steps of a trail: a press, a field that was filled in, a page that was gone to. */
export const trailActs = ['press', 'fill', 'go'] as const;
export type TrailAct = (typeof trailActs)[number];

/** Who reads it is part of the kind: a note never leaves the desk. */
export const messageKinds = ['request', 'reply', 'question', 'note'] as const;
export type MessageKind = (typeof messageKinds)[number];

/** Who writes into a ticket; a guest is somebody from outside whom an agent invited. */
export const messageAuthors = ['requester', 'agent', 'guest'] as const;

/** What an access opens: all of a system, or what connects to it as the form asks. */
export const grantKinds = ['admin_access', 'connection_data'] as const;
export type GrantKind = (typeof grantKinds)[number];

/** Whose system an agent may ask admin access to: the product's portal or the operator's cabinet. */
export const accessScopes = ['portal', 'operator'] as const;

/** Where an access stands. */
export const accessStates = ['asked', 'given', 'expired', 'revoked'] as const;

/** What an agent chooses for work that the hours of a plan no longer hold. */
export const overageChoices = ['overage', 'order', 'next_month'] as const;
export type OverageChoice = (typeof overageChoices)[number];

/** Where work to order stands; only what is accepted is worked on. */
export const orderStates = ['proposed', 'accepted', 'declined', 'done'] as const;
export type OrderState = (typeof orderStates)[number];

/** How work on a ticket ended. */
export const outcomes = [
  'solved',
  'handed_over',
  'declined',
  'done',
  'noted',
  'no_answer',
  'refused',
  'referred',
  'withdrawn',
  'merged',
  'spam',
] as const;
export type Outcome = (typeof outcomes)[number];

/** What is counted for a ticket; only the first is promised to a requester. */
export const clockKinds = [
  'first_response',
  'diagnosis',
  'next_response',
  'next_update',
  'critical_ack',
  'appeal',
] as const;
export type ClockKind = (typeof clockKinds)[number];

/** What a diagnosis found. */
export const findings = ['error', 'no_error', 'not_reproducible'] as const;
export type Finding = (typeof findings)[number];

/** Where a letter stands. */
export const outboxStates = ['waiting', 'sent', 'failed', 'held'] as const;

/**
 * Why a notice inside a portal was not tried. `replaced`: a newer one of its ticket stands in its place;
 * `no_token`: no administrator's token can be used.
 */
export const noticeObstacles = [
  'uninstalled',
  'no_scope',
  'no_token',
  'no_person',
  'replaced',
] as const;
export type NoticeObstacle = (typeof noticeObstacles)[number];

/**
 * Parts that a desk's queue is shown in, each with its own order; every ticket stands in one of them.
 * `closable`: silent for so long that the regulation lets an agent close it.
 */
export const queueViews = [
  'order',
  'handed',
  'waiting',
  'closable',
  'deferred',
  'awaiting',
  'resolved',
] as const;
export type QueueView = (typeof queueViews)[number];

/** Tickets of a view that are counted at most; there may be more of them then. */
export const countedAtMost = 500;

/** Keys of the order of work, the first decides first. */
export const queueKeys = ['severity', 'due', 'plan', 'received'] as const;
export type QueueKey = (typeof queueKeys)[number];

/** `critical_first` lifts only what is critical, `ranked` ranks all four severities. */
export const severityOrders = ['critical_first', 'ranked'] as const;

/** What a person can do after a refusal; `nextStep.<code>` of the catalogs. */
export const nextStepCodes = [
  'sign_in',
  'write_to_channel',
  'ask_for_contract',
  'renew',
  'try_later',
  'turn_to_vendor',
  'complete_request',
] as const;
export type NextStepCode = (typeof nextStepCodes)[number];

/** What a field of the form asks for; `steps` is a list of lines. */
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

/** `required` blocks sending, `asked` is wanted but registers without, `optional` is marked so. */
export const fieldRequirements = ['required', 'asked', 'optional'] as const;
export type FieldRequirement = (typeof fieldRequirements)[number];

/** The story of a request, or who tells it. */
export const fieldGroups = ['story', 'contact'] as const;

/** `block` stops sending, `ask` registers first and asks for the rest, `note` only records. */
export const completenessRules = ['block', 'ask', 'note'] as const;

/** Why a support promise does or does not hold for this requester. */
export const entitlementStates = ['entitled', 'lapsed', 'missing', 'unverified'] as const;
export type EntitlementState = (typeof entitlementStates)[number];

/** How a promise of working days is read: see the explanation each due instant carries. */
export const dayReadings = ['clamped', 'sameClockRoll', 'endOfDay', 'businessHours'] as const;
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
