import type { DemoContract, DemoPerson } from '#server/demo/demo-person.ts';

const dom = { id: 'dom-primer', name: 'Агентство «Дом-Пример»' };
const ulitsa = { id: 'ulitsa', name: 'Агентство «Улица»' };
const kvartal = { id: 'kvartal', name: 'Группа «Квартал-Пример»' };
const balkon = { id: 'balkon', name: 'Агентство «Балкон»' };

/** Users of JokerCRM: rental, box with both support plans, and a rental that ran out. */
export const jokercrmPeople: readonly DemoPerson[] = [
  {
    vendor: 'jokercrm',
    id: 'marina',
    name: 'Марина Окнова',
    role: { ru: 'Риелтор, аренда CRM', uz: 'Rieltor, CRM ijarada', en: 'Realtor, rented CRM' },
    claims: {
      sub: 'joker-11',
      name: 'Марина Окнова',
      email: 'marina@dom-primer.example',
      email_verified: true,
      phone: '+7 000 000-00-31',
      org: dom.name,
      position: 'Риелтор',
      contract: 'JC-A-2026-311',
      plan: 'rental',
    },
  },
  {
    vendor: 'jokercrm',
    id: 'denis',
    name: 'Денис Крышин',
    role: {
      ru: 'Руководитель, коробка, «Сервисная»',
      uz: 'Rahbar, quti versiya, «Servis» tarifi',
      en: 'Head of agency, box, service plan',
    },
    claims: {
      sub: 'joker-27',
      name: 'Денис Крышин',
      email: 'denis@ulitsa.example',
      email_verified: true,
      phone: '+7 000 000-00-32',
      org: ulitsa.name,
      position: 'Руководитель',
      contract: 'JC-K-2026-027',
      plan: 'service',
    },
  },
  {
    vendor: 'jokercrm',
    id: 'alla',
    name: 'Алла Дворцова',
    role: {
      ru: 'Технический директор, коробка, «Расширенная»',
      uz: 'Texnik direktor, quti versiya, «Kengaytirilgan» tarif',
      en: 'CTO, box, extended plan',
    },
    claims: {
      sub: 'joker-40',
      name: 'Алла Дворцова',
      email: 'alla@kvartal.example',
      email_verified: true,
      phone: '+7 000 000-00-33',
      org: kvartal.name,
      position: 'Технический директор',
      contract: 'JC-K-2026-040',
      plan: 'extended',
    },
  },
  {
    vendor: 'jokercrm',
    id: 'gleb',
    name: 'Глеб Подъездов',
    role: {
      ru: 'Директор, аренда не оплачена',
      uz: 'Direktor, ijara toʻlanmagan',
      en: 'Director, rental unpaid',
    },
    claims: {
      sub: 'joker-08',
      name: 'Глеб Подъездов',
      email: 'gleb@balkon.example',
      email_verified: true,
      phone: '+7 000 000-00-34',
      org: balkon.name,
      position: 'Директор',
      contract: 'JC-A-2025-208',
      plan: 'rental',
    },
  },
];

/** Paid periods: rental, and box with a support plan. */
export const jokercrmContracts: readonly DemoContract[] = [
  {
    vendor: 'jokercrm',
    organisation: dom,
    number: 'JC-A-2026-311',
    plan: 'rental',
    level: null,
    validFrom: '2026-05-01',
    validUntil: '2027-12-31',
    firstResponse: null,
    email: null,
  },
  {
    vendor: 'jokercrm',
    organisation: ulitsa,
    number: 'JC-K-2026-027',
    plan: 'service',
    level: null,
    validFrom: '2026-02-01',
    validUntil: '2027-12-31',
    firstResponse: null,
    email: null,
  },
  {
    vendor: 'jokercrm',
    organisation: kvartal,
    number: 'JC-K-2026-040',
    plan: 'extended',
    level: null,
    validFrom: '2026-03-01',
    validUntil: '2027-12-31',
    firstResponse: null,
    email: null,
  },
  {
    vendor: 'jokercrm',
    organisation: balkon,
    number: 'JC-A-2025-208',
    plan: 'rental',
    level: null,
    validFrom: '2025-11-01',
    validUntil: '2026-10-31',
    firstResponse: null,
    email: null,
  },
];
