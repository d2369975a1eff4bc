import type { z } from 'zod';
import {
  contractBody,
  contractContact,
  contractPortal,
  organisationBody,
} from '#shared/wire/organisation.ts';
import { termOf } from '#server/features/organisations/term-words.ts';

/** What one column of a line says. */
export interface Column {
  /** What it fills. */
  readonly part: 'contract' | 'contact' | 'portal';
  readonly key: string;
  /** Undefined where the text does not fit the column. */
  readonly read: (text: string) => unknown;
}

const contract = contractBody.shape;
const contact = contractContact.shape;
const portal = contractPortal.shape;

const cell =
  (schema: z.ZodType, value: (text: string) => unknown = (text) => text, empty: unknown = null) =>
  (text: string): unknown =>
    schema.safeParse(text === '' ? empty : value(text)).data;

/** Every column by its name in the first line of a file. An empty cell says that there is none. */
export const columns: ReadonlyMap<string, Column> = new Map<string, Column>([
  ['organisation', { part: 'contract', key: 'name', read: cell(organisationBody.shape.name) }],
  ['region', { part: 'contract', key: 'region', read: cell(organisationBody.shape.region) }],
  ['number', { part: 'contract', key: 'number', read: cell(contract.number) }],
  ['valid_from', { part: 'contract', key: 'validFrom', read: cell(contract.validFrom, isoDay) }],
  ['valid_until', { part: 'contract', key: 'validUntil', read: cell(contract.validUntil, isoDay) }],
  ['signed_on', { part: 'contract', key: 'signedOn', read: cell(contract.signedOn, isoDay) }],
  ['plan', { part: 'contract', key: 'plan', read: cell(contract.plan) }],
  ['level', { part: 'contract', key: 'level', read: cell(contract.level) }],
  ['email', { part: 'contract', key: 'email', read: cell(contract.email) }],
  [
    'first_response',
    { part: 'contract', key: 'firstResponse', read: cell(contract.firstResponse, termOf) },
  ],
  ['domains', { part: 'contract', key: 'domains', read: cell(contract.domains, words, []) }],
  ['contact_name', { part: 'contact', key: 'name', read: cell(contact.name) }],
  ['contact_email', { part: 'contact', key: 'email', read: cell(contact.email) }],
  ['contact_phone', { part: 'contact', key: 'phone', read: cell(contact.phone) }],
  ['contact_role', { part: 'contact', key: 'role', read: cell(contact.role) }],
  [
    'contact_responsible',
    { part: 'contact', key: 'responsible', read: cell(contact.responsible, yesOrNo, false) },
  ],
  [
    'contact_telegram',
    { part: 'contact', key: 'telegramLogin', read: cell(contact.telegramLogin) },
  ],
  ['portal_url', { part: 'portal', key: 'url', read: cell(portal.url) }],
  ['portal_kind', { part: 'portal', key: 'kind', read: cell(portal.kind) }],
  ['portal_edition', { part: 'portal', key: 'edition', read: cell(portal.edition) }],
  ['portal_version', { part: 'portal', key: 'version', read: cell(portal.version) }],
]);

/** Columns without which a file says nothing. */
export const neededColumns = ['organisation', 'number', 'valid_from'] as const;

/** The column that fills a field of a contract: `contacts.0.telegramLogin` is `contact_telegram`. */
export function columnOf(field: string): string | null {
  const [list = '', , inside] = field.split('.');
  const part = list === 'contacts' ? 'contact' : list === 'portals' ? 'portal' : 'contract';
  const key = inside ?? list;
  return [...columns].find(([, one]) => one.part === part && one.key === key)?.[0] ?? null;
}

/** Spreadsheets write days as `01.12.2026`. */
function isoDay(text: string): string {
  return text.replace(/^(\d{2})\.(\d{2})\.(\d{4})$/, '$3-$2-$1');
}

function words(text: string): string[] {
  return text.split(/[\s,;]+/).filter(Boolean);
}

const yes = ['yes', 'true', '1', 'да', 'ha'];
const no = ['no', 'false', '0', 'нет', 'yoʻq'];

function yesOrNo(text: string): boolean | undefined {
  const word = text.toLowerCase();
  return yes.includes(word) ? true : no.includes(word) ? false : undefined;
}
