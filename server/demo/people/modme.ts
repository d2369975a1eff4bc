import type { DemoContact, DemoContract, DemoPerson } from '#server/demo/demo-person.ts';

const namuna = { id: 'namuna', name: 'Учебный центр «Намуна»' };
const sinov = { id: 'sinov', name: 'Учебный центр «Синов»' };

/** Users of MODME: a training centre with a paid plan and one whose plan ran out. */
export const modmePeople: readonly DemoPerson[] = [
  {
    vendor: 'modme',
    id: 'dilnoza',
    name: 'Dilnoza Karimova',
    role: {
      ru: 'Администратор филиала, тариф оплачен',
      uz: 'Filial administratori, tarif toʻlangan',
      en: 'Branch administrator, plan paid',
    },
    claims: {
      sub: 'modme-1001',
      name: 'Dilnoza Karimova',
      email: 'admin@namuna.example',
      email_verified: true,
      phone: '+998 00 000 00 01',
      org: namuna.name,
      position: 'Администратор филиала',
      contract: 'M-2026-0117',
      plan: 'standard',
    },
  },
  {
    vendor: 'modme',
    id: 'jasur',
    name: 'Jasur Ergashev',
    role: {
      ru: 'Кассир, тариф оплачен',
      uz: 'Kassir, tarif toʻlangan',
      en: 'Cashier, plan paid',
    },
    claims: {
      sub: 'modme-1002',
      name: 'Jasur Ergashev',
      email: 'kassa@namuna.example',
      email_verified: true,
      phone: '+998 00 000 00 02',
      org: namuna.name,
      position: 'Кассир',
      contract: 'M-2026-0117',
      plan: 'standard',
    },
  },
  {
    vendor: 'modme',
    id: 'nodira',
    name: 'Nodira Saidova',
    role: {
      ru: 'Директор, тариф закончился',
      uz: 'Direktor, tarif muddati tugagan',
      en: 'Director, plan ran out',
    },
    claims: {
      sub: 'modme-2001',
      name: 'Nodira Saidova',
      email: 'direktor@sinov.example',
      email_verified: true,
      phone: '+998 00 000 00 11',
      org: sinov.name,
      position: 'Директор',
      contract: 'M-2025-0042',
      plan: 'standard',
    },
  },
];

/** Paid plans of those training centres. */
export const modmeContracts: readonly DemoContract[] = [
  {
    vendor: 'modme',
    organisation: namuna,
    number: 'M-2026-0117',
    plan: 'standard',
    level: null,
    validFrom: '2026-01-01',
    validUntil: '2027-12-31',
    firstResponse: null,
    email: null,
  },
  {
    vendor: 'modme',
    organisation: sinov,
    number: 'M-2025-0042',
    plan: 'standard',
    level: null,
    validFrom: '2025-11-01',
    validUntil: '2026-10-31',
    firstResponse: null,
    email: null,
  },
];

/** Who of them reads the statements of service of their organisation. */
export const modmeContacts: readonly DemoContact[] = [
  {
    vendor: 'modme',
    number: 'M-2026-0117',
    name: 'Dilnoza Karimova',
    email: 'admin@namuna.example',
  },
];
