import {
  usualManners,
  type Licence,
  type Person,
  type VirtualPortal,
} from '#server/demo/portal/virtual-portal.ts';

/** Where each portal of a world is, and whether over TLS. */
export interface PortalPlaces {
  readonly hosts: Readonly<Record<PortalKey, string>>;
  readonly secure: boolean;
}

export type PortalKey = 'alpha' | 'bravo' | 'uz' | 'box';

const person = (
  id: number,
  name: string,
  lastName: string,
  more: Partial<Person> & Pick<Person, 'email' | 'position'>,
): Person => ({
  id,
  name,
  lastName,
  gender: '',
  timeZone: '',
  admin: false,
  extranet: false,
  active: true,
  crm: true,
  ...more,
});

const romashka: readonly Person[] = [
  person(1, 'Анна', 'Админова', {
    gender: 'F',
    timeZone: 'Asia/Tashkent',
    email: 'anna@romashka.example',
    position: 'Директор по развитию',
    admin: true,
  }),
  person(7, 'Иван', 'Тестов', { email: 'ivan@romashka.example', position: 'Менеджер' }),
  person(9, 'Экстранет', 'Гостев', {
    email: 'guest@partner.example',
    position: 'Партнёр',
    extranet: true,
  }),
];

const cloud = (language: string): Licence => ({
  LICENSE: `${language}_basic`,
  LICENSE_PREVIOUS: `${language}_project`,
  LICENSE_TYPE: 'basic',
  LICENSE_FAMILY: 'basic',
});

interface Portrait {
  readonly title: string;
  readonly memberId: string;
  readonly side: 'east' | 'west';
  readonly language: 'ru' | 'en';
  readonly licence: Licence;
  readonly boxed?: boolean;
  readonly people: readonly Person[];
}

/** The portals of the demo and of the tests: clouds of three regions and a box. All of it is made up. */
const portraits: Readonly<Record<PortalKey, Portrait>> = {
  alpha: {
    title: 'Ромашка',
    memberId: '035cb78ff4ca2653aa35b82538ba6ea5',
    side: 'east',
    language: 'ru',
    licence: cloud('ru'),
    people: romashka,
  },
  bravo: {
    title: 'Bravo Trading',
    memberId: 'ad9d16845ccd3403cce4541f747bc42d',
    side: 'west',
    language: 'en',
    licence: cloud('en'),
    people: [
      person(1, 'Alice', 'Sample', {
        gender: 'F',
        timeZone: 'Europe/London',
        email: 'alice@bravo.example',
        position: 'Operations lead',
        admin: true,
      }),
      person(3, 'Peter', 'Specimen', { email: 'peter@bravo.example', position: 'Logistics' }),
      person(6, 'Tom', 'Example', { email: 'tom@bravo.example', position: 'Support' }),
      person(7, 'Mary', 'Placeholder', { email: 'mary@bravo.example', position: 'Sales' }),
    ],
  },
  uz: {
    title: 'Namuna savdo',
    memberId: 'beb2ecf61de6f834402a2d7c103001c2',
    side: 'east',
    language: 'ru',
    licence: cloud('ru'),
    people: [
      person(1, 'Дилноза', 'Намунаева', {
        gender: 'F',
        timeZone: 'Asia/Tashkent',
        email: 'dilnoza@namuna.example',
        position: 'Главный бухгалтер',
        admin: true,
      }),
      person(4, 'Азиз', 'Мисолов', { email: 'aziz@namuna.example', position: 'Бухгалтер' }),
    ],
  },
  box: {
    title: 'Ромашка, свой сервер',
    memberId: '8f832e8d3885b06b5d1c693a4ad8451a',
    side: 'east',
    language: 'ru',
    licence: { LICENSE: 'ru_selfhosted' },
    boxed: true,
    people: [
      person(1, 'Пётр', 'Серверов', {
        gender: 'M',
        email: 'petr@romashka.example',
        position: 'Системный администратор',
        admin: true,
      }),
      person(3, 'Ольга', 'Коробкина', { email: 'olga@romashka.example', position: 'Юрист' }),
    ],
  },
};

const vendorPortrait: Portrait = {
  title: 'Didox24',
  memberId: '5d1c0a7be94f4a6c8f2e7b93a1d04e66',
  side: 'east',
  language: 'ru',
  licence: cloud('ru'),
  people: [
    person(1, 'Камила', 'Службина', {
      email: 'kamila@vendor.example',
      position: 'Руководитель',
      admin: true,
    }),
    person(6, 'Тимур', 'Разработчиков', { email: 'timur@vendor.example', position: 'Разработчик' }),
  ],
};

/** The own portal of a vendor: no customer's, and no app of ours is in it. */
export const vendorOwnPortal = (host: string): VirtualPortal =>
  portalFrom('vendor', vendorPortrait, host, false);

/** Fresh portals, each at its place, with nothing installed. */
export const virtualPortals = ({ hosts, secure }: PortalPlaces): Map<string, VirtualPortal> =>
  new Map(
    (Object.keys(portraits) as PortalKey[]).map((key) => [
      key,
      portalFrom(key, portraits[key], hosts[key], secure),
    ]),
  );

function portalFrom(
  key: string,
  { boxed = false, people, ...portrait }: Portrait,
  host: string,
  secure: boolean,
): VirtualPortal {
  return {
    ...portrait,
    key,
    host,
    formerHosts: [],
    secure,
    manners: { ...usualManners, legacyForm: boxed, taskChats: !boxed, limited: !boxed },
    ailments: {
      deleted: false,
      withoutRest: false,
      overloaded: false,
      cutOffFromOAuth: false,
      withoutNewItems: false,
      framesWithoutAuth: false,
      silentTo: [],
    },
    features: new Set(['rest_offline_extended', 'crm_zone_map_access']),
    hoursEast: 3,
    people: new Map(people.map((one) => [one.id, { ...one }])),
    installs: new Map(),
    webhooks: [],
    outgoing: [],
    notifications: [],
    added: [],
  };
}
