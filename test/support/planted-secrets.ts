/** Invented secrets of every kind: what is planted, and what must never be found afterwards. */
export interface PlantedSecret {
  readonly kind: string;
  readonly text: string;
  /** Parts of it that give it away. */
  readonly traces: readonly string[];
}

const planted = (kind: string, text: string, ...traces: string[]): PlantedSecret => ({
  kind,
  text,
  traces: traces.length > 0 ? traces : [text],
});

const letters = 'qWeRtYuIoPaSdFgH';

export const plantedSecrets: readonly PlantedSecret[] = [
  planted('bearer token', 'Authorization: Bearer f3Kd91xQmA7z', 'f3Kd91xQmA7z'),
  planted('signed token', `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0MiJ9.${letters}`, 'eyJ', letters),
  planted('cut signed token', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIi', 'eyJ'),
  planted('secret key of a service', 'sk_test_51Hq8eZvKYlo2C0a', '51Hq8eZvKYlo2C0a'),
  planted('token of a code host', 'ghp_16C7e42F292c6912E7710c838347Ae178B4a'),
  planted('long hexadecimal', '9f86d081884c7d659a2feaa0c55ad015'),
  planted('long base64', 'dGhpcyBpcyBhIHZlcnkgc2VjcmV0IGtleTE5ODQ='),
  planted('key in an address', 'https://crm.example/pay?api_key=zx81spectrum#t', 'zx81spectrum'),
  planted('token by name', 'access_token=0penSesame', '0penSesame'),
  planted('password by name', 'password: "correct-horse"', 'correct-horse'),
  planted('password in Russian', 'пароль: лошадь42', 'лошадь42'),
  planted('user in an address', 'https://anna:s3cret@crm.example/', 'anna', 's3cret'),
  planted('mail', 'anna.karimova@pochta.example'),
  planted('mail of a Russian domain', 'анна@почта.рф'),
  planted('mail in an address', 'https://crm.example/u/anna%40pochta.example', 'anna%40'),
  planted('Uzbek mobile', '+998 90 123 45 67', '123 45 67'),
  planted('Uzbek mobile in one', '998901234567'),
  planted('Uzbek mobile with brackets', '+998 (90) 123-45-67', '123-45-67'),
  planted('Uzbek mobile at home', '90 123-45-67', '123-45-67'),
  planted('Russian mobile', '+7 (916) 123-45-67', '123-45-67'),
  planted('Russian mobile by eight', '8 (916) 123-45-67', '123-45-67'),
  planted('Russian mobile in one', '89161234567'),
  planted('Russian number in town', '(495) 123-45-67', '123-45-67'),
  planted('card', '4111 1111 1111 1111', '1111 1111'),
  planted('card with dashes', '5555-5555-5555-4444', '5555-4444'),
  planted('card in one', '4111111111111111'),
  planted('Uzcard', '8600 1234 5678 9012', '5678 9012'),
  planted('Humo', '9860-0101-2345-6789', '2345-6789'),
  planted('ПИНФЛ', '31503855230011'),
  planted('named ПИНФЛ', 'ПИНФЛ: 3 150385 5230011', '5230011'),
  planted('Uzbek ИНН', '301234567'),
  planted('named ИНН', 'ИНН 301 234 567', '234 567'),
  planted('Russian ИНН of a firm', '7707083893'),
  planted('Russian ИНН of a person', '500100732259'),
  planted('СНИЛС', '112-233-445 95', '233-445'),
  planted('Uzbek passport', 'AA1234567', '1234567'),
  planted('Uzbek passport with a space', 'AB 7654321', '7654321'),
  planted('Russian passport', '4510 123456', '123456'),
  planted('named passport', 'паспорт серия 45 10 № 123456', '123456'),
];

/** What people and programs write all day and what has to stay readable. */
export const ordinaryTexts: readonly string[] = [
  'Заказ № 104582 от 22.11.2026',
  'Счёт INV-2026-000123 на 12 500 000,00 сум',
  'Итого 250000000 сум, скидка 15 %',
  'Цена 1 250 000 soʻm, было 1 400 000',
  'Версия 4.18.2 (build 20261122.3), Windows 10.0.19045',
  'MOD-1042 ждёт до 23.11.2026 10:00',
  '2026-11-22T13:20:00.000Z',
  '2026-11-22T18:20:00+05:00',
  '22 ноября 2026 года, 13:20–14:40',
  'TypeError: Cannot read properties of undefined (reading "total")',
  'GET /api/clients/10458/orders 500 1240 ms',
  'ClientsListControllerImplementationV2.render failed',
  'Loaded 1500 rows in 350 ms, 12345678 bytes',
  'photo_2026-11-22_13-20-00.jpg',
  'IMG_20261122_132000.jpg',
  'Скриншот 2026-11-22 в 13.20.00.png',
  '550e8400-e29b-41d4-a716-446655440000',
  '192.168.100.200:8080',
  'Касса 3, филиал «Центр», отчёт за 3 квартал 2026',
  'Чек 0001234 / смена 87',
  'status code=500',
  'Договор № 45/2026-П',
  'Широта 41.311081, долгота 69.240562',
  'ГОСТ Р 7.0.97-2016, приказ № 1024',
];
