import type { DemoContract, DemoPerson } from '#server/demo/demo-person.ts';

const mezha = { id: 'mezha', name: 'ООО «Межа-Пример»' };
const rubezh = { id: 'rubezh', name: 'ООО «Рубеж-Пример»' };
const grani = { id: 'grani', name: 'ИП Граневой (пример)' };

/** Users of ТехноКад: two support levels, and an agreement that ran out. */
export const technokadPeople: readonly DemoPerson[] = [
  {
    vendor: 'technokad',
    id: 'irina',
    name: 'Ирина Павловна Межевая',
    role: {
      ru: 'Кадастровый инженер, расширенный уровень',
      uz: 'Kadastr muhandisi, kengaytirilgan daraja',
      en: 'Cadastral engineer, extended level',
    },
    claims: {
      sub: 'tk-7001',
      name: 'Ирина Павловна Межевая',
      email: 'kadastr@mezha.example',
      email_verified: true,
      phone: '+7 000 000-00-21',
      org: mezha.name,
      position: 'Кадастровый инженер',
      contract: 'ГС-2026/0451',
      plan: 'extended',
    },
  },
  {
    vendor: 'technokad',
    id: 'pavel',
    name: 'Павел Андреевич Рубежный',
    role: {
      ru: 'Руководитель отдела, базовый уровень',
      uz: 'Boʻlim rahbari, asosiy daraja',
      en: 'Head of department, basic level',
    },
    claims: {
      sub: 'tk-7102',
      name: 'Павел Андреевич Рубежный',
      email: 'otdel@rubezh.example',
      email_verified: true,
      phone: '+7 000 000-00-22',
      org: rubezh.name,
      position: 'Руководитель отдела',
      contract: 'ГС-2026/0688',
      plan: 'basic',
    },
  },
  {
    vendor: 'technokad',
    id: 'viktor',
    name: 'Виктор Граневой',
    role: {
      ru: 'Кадастровый инженер, соглашение закончилось',
      uz: 'Kadastr muhandisi, kelishuv muddati tugagan',
      en: 'Cadastral engineer, agreement ran out',
    },
    claims: {
      sub: 'tk-6410',
      name: 'Виктор Граневой',
      email: 'viktor@grani.example',
      email_verified: true,
      phone: '+7 000 000-00-23',
      org: grani.name,
      position: 'Кадастровый инженер',
      contract: 'ГС-2024/0093',
      plan: 'basic',
    },
  },
];

/** General agreements. The regulation leaves the term to the level; these values are samples. */
export const technokadContracts: readonly DemoContract[] = [
  {
    vendor: 'technokad',
    organisation: mezha,
    number: 'ГС-2026/0451',
    plan: null,
    level: 'extended',
    validFrom: '2026-01-12',
    validUntil: '2027-12-31',
    firstResponse: { value: 4, unit: 'businessHour' },
    email: null,
  },
  {
    vendor: 'technokad',
    organisation: rubezh,
    number: 'ГС-2026/0688',
    plan: null,
    level: 'basic',
    validFrom: '2026-04-01',
    validUntil: '2027-12-31',
    firstResponse: { value: 9, unit: 'businessHour' },
    email: null,
  },
  {
    vendor: 'technokad',
    organisation: grani,
    number: 'ГС-2024/0093',
    plan: null,
    level: 'basic',
    validFrom: '2024-11-01',
    validUntil: '2026-10-31',
    firstResponse: { value: 9, unit: 'businessHour' },
    email: null,
  },
];
