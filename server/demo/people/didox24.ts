import type { DemoContract, DemoPerson } from '#server/demo/demo-person.ts';

const namuna = { id: 'namuna-savdo', name: 'ООО «Namuna Savdo»' };
const sinov = { id: 'sinov-servis', name: 'ООО «Sinov Servis»' };
const misol = { id: 'misol', name: 'ООО «Misol»' };

/** Users of Didox24 inside company portals: contract valid, run out, never made. */
export const didox24People: readonly DemoPerson[] = [
  {
    vendor: 'didox24',
    id: 'sherzod',
    name: 'Sherzod Rahimov',
    role: {
      ru: 'Администратор портала, договор действует',
      uz: 'Portal administratori, shartnoma amalda',
      en: 'Portal administrator, contract valid',
    },
    claims: {
      sub: 'didox24-31',
      name: 'Sherzod Rahimov',
      email: 'portal@namuna.example',
      email_verified: true,
      phone: '+998 00 000 00 21',
      org: namuna.name,
      position: 'Администратор портала',
      contract: 'ТП-2026/118',
    },
  },
  {
    vendor: 'didox24',
    id: 'malika',
    name: 'Malika Yusupova',
    role: {
      ru: 'Бухгалтер, договор закончился',
      uz: 'Hisobchi, shartnoma muddati tugagan',
      en: 'Accountant, contract ran out',
    },
    claims: {
      sub: 'didox24-47',
      name: 'Malika Yusupova',
      email: 'buh@sinov.example',
      email_verified: true,
      phone: '+998 00 000 00 22',
      org: sinov.name,
      position: 'Главный бухгалтер',
      contract: 'ТП-2025/064',
    },
  },
  {
    vendor: 'didox24',
    id: 'bekzod',
    name: 'Bekzod Tursunov',
    role: {
      ru: 'Директор, договора нет',
      uz: 'Direktor, shartnoma yoʻq',
      en: 'Director, no contract',
    },
    claims: {
      sub: 'didox24-58',
      name: 'Bekzod Tursunov',
      email: 'info@misol.example',
      email_verified: true,
      phone: '+998 00 000 00 23',
      org: misol.name,
      position: 'Директор',
    },
  },
];

/** Support contracts; the terms of the first response are sample values. */
export const didox24Contracts: readonly DemoContract[] = [
  {
    vendor: 'didox24',
    organisation: namuna,
    number: 'ТП-2026/118',
    plan: null,
    level: null,
    validFrom: '2026-02-01',
    validUntil: '2027-12-31',
    firstResponse: { value: 1, unit: 'businessDay' },
    email: 'support@namuna.example',
  },
  {
    vendor: 'didox24',
    organisation: sinov,
    number: 'ТП-2025/064',
    plan: null,
    level: null,
    validFrom: '2025-11-01',
    validUntil: '2026-10-31',
    firstResponse: { value: 2, unit: 'businessDay' },
    email: 'support@sinov.example',
  },
];
