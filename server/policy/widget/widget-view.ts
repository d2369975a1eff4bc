import type { Locale } from '#shared/vocabulary.ts';
import type { WidgetConfig } from '#shared/wire/widget-config.ts';
import { addressIn, officialChannels } from '#server/policy/pack/official-channels.ts';
import { decisionOf } from '#server/policy/decision/present-decision.ts';
import { askedCategory, type PolicyRequester } from '#server/policy/decision/entitlement.ts';
import { readingRules } from '#server/policy/decision/deflection.ts';
import { requirementOf } from '#server/policy/decision/intake.ts';
import { maskEmail, maskPhone } from './mask.ts';
import type { PackField, PolicyPack } from '#server/policy/pack.ts';
import type { Policy } from '#server/policy/packs.ts';
import { scopeOf } from '#server/policy/decision/scope.ts';
import { hoursView } from './widget-hours.ts';

/** Who looks at the widget. */
export interface WidgetRequester extends PolicyRequester {
  /** Host that vouches for the identity; null for somebody unknown. */
  readonly provenBy: string | null;
  /** Where they are, as the pack names regions; undefined where nobody knows. */
  readonly region?: string | undefined;
  /** What the identity already answers, by field id: name, email, phone, organisation, … */
  readonly known: Readonly<Record<string, string>>;
}

/** What a widget is drawn for. */
export interface WidgetQuestion {
  readonly locale: Locale;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Null before anybody is known. */
  readonly requester: WidgetRequester | null;
  readonly limits: WidgetConfig['limits'];
  /** Address of the public policy page; the vendor's own text where there is none. */
  readonly editionHref?: string;
  /** When this requester gave the consent that is asked for. */
  readonly consentGivenAt?: Date | null;
  /** Whether there are articles for this requester. */
  readonly documented?: boolean;
}

const stranger: WidgetRequester = { proven: false, entitlement: null, provenBy: null, known: {} };

/** What a widget shows of the policy, in one language, as it stands this instant for this requester. */
export function widgetView(policy: Policy, question: WidgetQuestion): Omit<WidgetConfig, 'news'> {
  const { pack } = policy;
  const { locale, now, limits } = question;
  const requester = question.requester ?? stranger;
  const sentNow = decideIfSentNow(policy, now, requester);
  const { widget } = pack;
  return {
    key: pack.vendor,
    locale,
    vendor: { name: pack.name[locale], product: pack.product[locale] },
    edition: {
      id: pack.edition,
      title: pack.title[locale],
      date: pack.editionDate,
      href: question.editionHref ?? pack.links.text,
    },
    mode: widget.mode,
    ...(widget.bridge ? { bridge: { channel: widget.bridge, clause: widget.clause } } : {}),
    timezone: { id: pack.desk.timezone, label: pack.timezoneLabel[locale] },
    ...hoursView(policy, now),
    promise: sentNow.firstResponse,
    notices: sentNow.notices,
    categories: pack.intake.categories.map((category) => {
      const scope = scopeOf(policy, category.id, requester);
      const out = scope.reason === undefined ? undefined : policy.outReasons.get(scope.reason);
      return {
        id: category.id,
        label: category.label[locale],
        clause: scope.clause,
        scope: scope.state,
        ...(out ? { notice: out.text[locale] } : {}),
      };
    }),
    fields: pack.intake.fields.map((field) => fieldView(policy, field, locale, requester)),
    channels: channelsOf(pack, requester.region).map((channel) => ({
      kind: channel.kind,
      address: addressIn(channel, locale),
      href: channel.href,
      label: channel.label[locale],
      preferred: channel.preferred,
      clause: channel.clause,
    })),
    requester: question.requester && contactView(question.requester),
    anonymousAllowed: pack.requesters.anonymous.allowed,
    ...consentOf(pack, question),
    ...inquiryOf(pack, question.requester),
    limits,
    record: widget.record,
    reading: question.documented ? readingRules(pack) : null,
    clauses: clauseSentences(policy, locale),
    now: new Date(now).toISOString(),
  };
}

function consentOf({ consent }: PolicyPack, { locale, consentGivenAt }: WidgetQuestion) {
  if (!consent) return {};
  const { as, href, version, clause, text, document } = consent;
  const given = consentGivenAt?.toISOString() ?? null;
  const said = { text: text[locale], document: document[locale] };
  return { consent: { as, ...said, href, version, clause, givenAt: given } };
}

/** Whom a voucher names may be a person of the contract; whether they are is asked with each number. */
function inquiryOf({ requesters }: PolicyPack, requester: WidgetRequester | null) {
  const { to, clause } = requesters.status;
  return to === 'listed_contacts' && clause !== undefined && requester?.proven
    ? { inquiry: { clause } }
    : {};
}

/** Ways for people of a region; all of them where the region is not known. */
const channelsOf = ({ channels }: PolicyPack, region: string | undefined) =>
  officialChannels(channels).filter(
    ({ regions }) => !regions || region === undefined || regions.includes(region),
  );

/** A complete request of the first kind that is in scope. */
function decideIfSentNow(policy: Policy, now: number, requester: PolicyRequester) {
  const first = policy.pack.intake.categories.find(({ out }) => out === undefined);
  return decisionOf(policy, {
    receivedAt: now,
    arrival: 'widget',
    category: first?.id ?? '',
    answered: new Set(policy.fields.keys()),
    attachments: 1,
    requester,
  });
}

function fieldView(
  { pack }: Policy,
  field: PackField,
  locale: Locale,
  requester: WidgetRequester,
): WidgetConfig['fields'][number] {
  const value = requester.proven ? requester.known[field.id] : undefined;
  return {
    id: field.id,
    kind: field.secret ? 'secret' : field.kind,
    label: field.label[locale],
    ...(field.hint ? { hint: field.hint[locale] } : {}),
    requirement: requirementOf(pack, field, askedCategory(pack, requester)),
    clause: field.clause,
    group: field.group,
    ...(field.categories ? { categories: field.categories } : {}),
    ...(field.choices
      ? { choices: field.choices.map(({ id, label }) => ({ id, label: label[locale] })) }
      : {}),
    ...(value ? { value: shownValue(field, value, locale) } : {}),
  };
}

function shownValue({ kind, choices }: PackField, value: string, locale: Locale): string {
  const choice = choices?.find(({ id }) => id === value);
  if (choice) return choice.label[locale];
  if (kind === 'email') return maskEmail(value);
  return kind === 'phone' ? maskPhone(value) : value;
}

function contactView({ known, provenBy }: WidgetRequester): WidgetConfig['requester'] {
  const { name, email } = known;
  return {
    ...(name ? { name } : {}),
    ...(email ? { email: maskEmail(email) } : {}),
    provenBy,
  };
}

/** Our sentence a clause, by number, and the vendor's own text by link. */
export function clauseSentences({ pack }: Policy, locale: Locale): WidgetConfig['clauses'] {
  return Object.fromEntries(
    Object.entries(pack.clauses).map(([number, { text, link }]) => [
      number,
      { text: text[locale], href: link },
    ]),
  );
}
