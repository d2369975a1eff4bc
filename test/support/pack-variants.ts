import type { PolicyPackFile } from '#server/policy/pack.ts';
import { compilePolicy, type Policy, readPack } from '#server/policy/packs.ts';
import { calendarYears, readPackFile } from '#test/support/policies.ts';

/** A valid pack file to vary: an own copy each time. */
export const samplePack = (): PolicyPackFile =>
  readPackFile('modme.2025-11-25.json') as PolicyPackFile;

const words = { ru: 'Слово', uz: 'Soʻz', en: 'Word' };

/** The sample with some sections replaced, compiled. @throws Error with what is wrong in it */
export function policyWith(sections: Partial<PolicyPackFile>): Policy {
  const read = readPack({ ...samplePack(), ...sections });
  if (!read.ok) throw new Error(JSON.stringify(read.failure, null, 2));
  return compilePolicy(read.value, calendarYears);
}

const { intake, cases } = samplePack();
/** Only what every variant can answer: a case of the sample need not hold in a variant. */
const anyCase = cases.slice(0, 1);

/** A text without hours whose terms and support come from a contract. */
export const contractOnly: Partial<PolicyPackFile> = {
  cases: anyCase,
  desk: { hours: 'not_stated', timezone: 'Asia/Tashkent', clause: '7' },
  clocks: { firstResponse: { kind: 'contract', clause: '9' } },
  entitlement: {
    kind: 'contract',
    lapsed: 'contract_route',
    missing: 'contract_route',
    clause: '3',
    contractRoute: { channel: 'telegram', clause: '14' },
    nextStep: { code: 'ask_for_contract', href: 'https://t.me/example' },
  },
};

/** A text that knows one mailbox, two kinds of people and hours outside of which nothing is sure. */
export const bridgeToMail: Partial<PolicyPackFile> = {
  cases: anyCase,
  clocks: {
    firstResponse: { kind: 'fixed', target: { value: 4, unit: 'businessHour' }, clause: '9' },
  },
  channels: [
    {
      kind: 'mail',
      official: true,
      address: 'support@пример.example',
      href: 'mailto:support@xn--e1afmkfd.example',
      label: words,
      clause: '14',
      bridge: {
        href: 'mailto:support@xn--e1afmkfd.example?subject={subject}&body={text}',
        subject: { ru: 'Обращение {number}', uz: '{number} murojaati', en: 'Request {number}' },
        text: { ru: 'Код {code} & №', uz: 'Kod {code} & №', en: 'Code {code} & №' },
      },
    },
    { kind: 'phone', official: false, record: 'none', label: words, clause: '6' },
  ],
  widget: { mode: 'bridge', bridge: 'mail', clause: '6' },
  requesters: {
    anonymous: { allowed: true, clause: '6' },
    categories: [
      { id: 'user', label: words, clause: '3', proof: 'identity' },
      { id: 'office', label: words, clause: '4', proof: 'claim' },
    ],
    assumed: 'office',
  },
  entitlement: { kind: 'registered', clause: '3', nextStep: { code: 'write_to_channel' } },
  guarantee: { clause: '3', fields: ['name', 'phone', 'organisation'] },
  intake: {
    ...intake,
    fields: intake.fields.map((field) =>
      field.id === 'organisation' ? { ...field, byRequester: { user: 'optional' } } : field,
    ),
  },
  rights: [
    { action: 'refuse', reason: 'conditions', clause: '3', when: ['not_guaranteed'] },
    { action: 'refuse', reason: 'no-identity', clause: '4', when: ['unproven', 'not_entitled'] },
    { action: 'refuse', reason: 'clarify', clause: '9', when: ['missing_fields'] },
    { action: 'refuse', reason: 'own-fault', clause: '5', when: ['after_diagnosis'] },
    { action: 'handle_out_of_turn', reason: 'outage', clause: '10', when: ['always'] },
    { action: 'refuse', reason: 'not-ours', clause: '5', when: ['out_of_scope'] },
  ],
  notices: [
    { code: 'outside_hours_not_guaranteed', clause: '7' },
    { code: 'not_guaranteed', clause: '3' },
  ],
};

/** The file with another value at one place. @param at JSON pointer; its parent exists */
export const changed = <File>(file: File, at: string, value: unknown): File =>
  edited(file, at, (part, key) => {
    part[key] = value;
  });

/** The file with one place taken out. @param at JSON pointer */
export const without = <File>(file: File, at: string): File =>
  edited(file, at, (part, key) => {
    if (Array.isArray(part)) part.splice(Number(key), 1);
    else delete part[key];
  });

function edited<File>(
  file: File,
  at: string,
  edit: (part: Record<string, unknown>, key: string) => void,
): File {
  const copy = structuredClone(file);
  const steps = at.split('/').slice(1);
  const last = steps.pop() ?? '';
  let part = copy as Record<string, unknown>;
  for (const step of steps) part = part[step] as Record<string, unknown>;
  edit(part, last);
  return copy;
}
