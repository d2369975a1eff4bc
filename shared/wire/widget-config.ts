import { z } from 'zod';
import {
  channels,
  consentForms,
  fieldGroups,
  fieldKinds,
  fieldRequirements,
  locales,
  recordKinds,
  widgetModes,
} from '#shared/vocabulary.ts';
import { currentNews } from '#shared/wire/announcements.ts';
import { firstResponsePromise, notice } from '#shared/wire/decision.ts';

const instant = z.iso.datetime();

/** One question of the form, in one language. */
const widgetField = z.object({
  id: z.string(),
  /** `secret` is a line that is drawn as dots and kept nowhere on the device. */
  kind: z.enum([...fieldKinds, 'secret']),
  label: z.string(),
  hint: z.string().optional(),
  requirement: z.enum(fieldRequirements),
  clause: z.string(),
  /** Contact fields stand together after the story. */
  group: z.enum(fieldGroups),
  /** Only for these categories; absent means all. */
  categories: z.array(z.string()).optional(),
  choices: z.array(z.object({ id: z.string(), label: z.string() })).optional(),
  /** Known from the signed identity: shown as proven, not asked. */
  value: z.string().optional(),
});
export type WidgetField = z.infer<typeof widgetField>;

/** A kind of request a person can pick. */
const widgetCategory = z.object({
  id: z.string(),
  label: z.string(),
  clause: z.string(),
  scope: z.enum(['in', 'out']),
  /** What the person should know before writing, from the pack: why it is out and where to go. */
  notice: z.string().optional(),
});

/** An official way to reach the desk besides the widget. */
const contactChannel = z.object({
  kind: z.enum(channels),
  /** As a person reads it: `+998 78 777 11 00`, `@modme_support`. */
  address: z.string(),
  href: z.string(),
  label: z.string(),
  preferred: z.boolean(),
  clause: z.string(),
});

/** Everything a widget needs to draw itself, in one language, as the policy stands this second. */
export const widgetConfig = z.object({
  key: z.string(),
  locale: z.enum(locales),
  vendor: z.object({ name: z.string(), product: z.string() }),
  edition: z.object({
    id: z.string(),
    title: z.string(),
    /** Null where the text carries no date. */
    date: z.iso.date().nullable(),
    href: z.string(),
  }),
  mode: z.enum(widgetModes),
  /** Where a bridge leads: the official channel, and the clause that makes it the only one. */
  bridge: z.object({ channel: z.enum(channels), clause: z.string() }).optional(),
  timezone: z.object({ id: z.string(), label: z.string() }),
  /** Null where the regulation states no hours. `today` are instants, empty on a day off. */
  hours: z
    .object({
      openNow: z.boolean(),
      /** End of the current opening. */
      closesAt: instant.optional(),
      /** Next opening when closed. */
      opensAt: instant.optional(),
      today: z.array(z.object({ from: instant, to: instant })),
      clause: z.string(),
    })
    .nullable(),
  /** Clause that is silent about hours, where `hours` is null. */
  hoursNotStatedClause: z.string().optional(),
  /** The promise if the request were sent now, for this requester. */
  promise: firstResponsePromise,
  notices: z.array(notice),
  categories: z.array(widgetCategory),
  fields: z.array(widgetField),
  channels: z.array(contactChannel),
  requester: z
    .object({
      name: z.string().optional(),
      /** Masked: `a•••@namuna.example`. */
      email: z.string().optional(),
      /** Host that vouches, or null for somebody unknown. */
      provenBy: z.string().nullable(),
    })
    .nullable(),
  anonymousAllowed: z.boolean(),
  /** Consent to what is done with personal data; absent where the regulation asks for none. */
  consent: z
    .object({
      as: z.enum(consentForms),
      /** With `{document}` where the link stands. */
      text: z.string(),
      document: z.string(),
      href: z.string(),
      version: z.string(),
      clause: z.string(),
      /** When this person gave it to this version; null where they have not, or took it back. */
      givenAt: instant.nullable(),
    })
    .optional(),
  /** By which this person is told how colleagues' requests stand; absent where the regulation tells nobody else. */
  inquiry: z.object({ clause: z.string() }).optional(),
  limits: z.object({ attachments: z.int(), attachmentBytes: z.int() }),
  /** How articles are met before sending; null where the regulation asks for no reading or nobody wrote any. */
  reading: z
    .object({
      mode: z.enum(['suggest', 'confirm', 'require']),
      clause: z.string().optional(),
      /** By which a question that is like an article links it, in a field of this clause. */
      linkClause: z.string().optional(),
      /** Answers that make a report critical: it never waits. */
      unless: z.object({ field: z.string(), choices: z.array(z.string()) }).optional(),
    })
    .nullable(),
  /** What the vendor lets a page record before a request; a page records only what it asks for itself too. */
  record: z.array(z.enum(recordKinds)),
  /** What the reader is told of now, unasked. */
  news: z.array(currentNews),
  /** One sentence of ours a clause, and the vendor's own text by link. */
  clauses: z.record(z.string(), z.object({ text: z.string(), href: z.string().optional() })),
  now: instant,
});
export type WidgetConfig = z.infer<typeof widgetConfig>;
