import type { DemoContract, DemoPerson } from '#server/demo/demo-person.ts';

const primer = { id: 'mfc-primer', name: 'МФЦ Примерской области' };
const obrazets = { id: 'mfc-obrazets', name: 'МФЦ Образцовского края' };

/** Users of the app: a citizen, and representatives of regions with and without a valid offer. */
export const moidokumentyPeople: readonly DemoPerson[] = [
  {
    vendor: 'moidokumenty',
    id: 'anna',
    name: 'Анна Сергеевна Полевая',
    role: {
      ru: 'Гражданин, зарегистрирована в приложении',
      uz: 'Fuqaro, ilovada roʻyxatdan oʻtgan',
      en: 'Citizen, registered in the app',
    },
    claims: {
      sub: 'mdo-500001',
      name: 'Анна Сергеевна Полевая',
      email: 'anna@primer.example',
      email_verified: true,
      phone: '+7 000 000-00-01',
      category: 'user',
    },
  },
  {
    vendor: 'moidokumenty',
    id: 'oleg',
    name: 'Олег Викторович Речной',
    role: {
      ru: 'Представитель региона, оферта принята',
      uz: 'Hudud vakili, oferta qabul qilingan',
      en: 'Region representative, offer accepted',
    },
    claims: {
      sub: 'mdo-region-61',
      name: 'Олег Викторович Речной',
      email: 'it@mfc-primer.example',
      email_verified: true,
      phone: '+7 000 000-00-02',
      org: primer.name,
      position: 'Начальник отдела информатизации',
      contract: 'ОФ-2026-61',
      category: 'representative',
    },
  },
  {
    vendor: 'moidokumenty',
    id: 'tamara',
    name: 'Тамара Игоревна Лугова',
    role: {
      ru: 'Представитель региона, оферта закончилась',
      uz: 'Hudud vakili, oferta muddati tugagan',
      en: 'Region representative, offer ran out',
    },
    claims: {
      sub: 'mdo-region-24',
      name: 'Тамара Игоревна Лугова',
      email: 'it@mfc-obrazets.example',
      email_verified: true,
      phone: '+7 000 000-00-03',
      org: obrazets.name,
      position: 'Специалист',
      contract: 'ОФ-2025-24',
      category: 'representative',
    },
  },
];

/** Offers that regions accepted. A citizen needs none. */
export const moidokumentyContracts: readonly DemoContract[] = [
  {
    vendor: 'moidokumenty',
    organisation: primer,
    number: 'ОФ-2026-61',
    plan: null,
    level: null,
    validFrom: '2026-03-01',
    validUntil: '2027-12-31',
    firstResponse: null,
    email: null,
  },
  {
    vendor: 'moidokumenty',
    organisation: obrazets,
    number: 'ОФ-2025-24',
    plan: null,
    level: null,
    validFrom: '2025-11-01',
    validUntil: '2026-10-31',
    firstResponse: null,
    email: null,
  },
];
