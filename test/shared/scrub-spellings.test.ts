import { expect, test } from 'vitest';
import { scrubText } from '#shared/scrub/scrub-text.ts';

/** A text and what must not be left of it. */
type Spelling = readonly [text: string, ...traces: string[]];

const named: readonly Spelling[] = [
  ['{"accessToken":"0penSesame"}', '0penSesame'],
  ['{\\"refreshToken\\":\\"0penSesame\\"}', '0penSesame'],
  ['{"access_token":null,"apiKey":"0penSesame"}', '0penSesame'],
  ["{ clientSecret: 'zx81spec' }", 'zx81spec'],
  ['privateKey: zx81spec', 'zx81spec'],
  ['login=anna&pass=hunter22', 'hunter22'],
  ['{"pass":"hunter22"}', 'hunter22'],
  ['{"jwt":"zx81spec99"}', 'zx81spec99'],
  ['{"csrf":"zx81spec99"}', 'zx81spec99'],
  ['passphrase: lighthouse', 'lighthouse'],
  ['{"password":"with, comma and space9"}', 'comma', 'space9'],
  ['{"password":"p@ss;w&rd9"}', 'p@ss', 'rd9'],
  ['Map(1) { token => "0penSesame" }', '0penSesame'],
  ['["token","0penSesame1"]', '0penSesame1'],
  ['<password>hunter22</password>', 'hunter22'],
  ['Authorization: Token zx81spec99', 'zx81spec99'],
  ['Authorization: Digest username="anna", response="zx81spec99"', 'anna', 'zx81spec99'],
  ['{"pin":"4711","otp":"471142"}', '4711"', '471142'],
  ['cvv: 123', '123'],
];

const said: readonly Spelling[] = [
  ['password is hunter22', 'hunter22'],
  ['логин anna, пароль hunter22', 'hunter22'],
  ['пароль — hunter22', 'hunter22'],
  ['parolim lola2026', 'lola2026'],
  ['парол: лола2026', 'лола2026'],
  ['махфий сўз: лола2026', 'лола2026'],
  ['токен доступа: zx81spec99', 'zx81spec99'],
  ['секретный ключ: zx81spec99', 'zx81spec99'],
  ['ключ API zx81spec99', 'zx81spec99'],
  ['пин-код: 4711', '4711'],
  ['СМС-код: 471142', '471142'],
  ['тасдиқлаш коди 471142', '471142'],
  ['Your verification code is 471142', '471142'],
];

const services: readonly Spelling[] = [
  ['SG.aBcDeFgHiJkLmNoPqRsTuV.aBcDeFgHiJkLmNoPqRsT', 'aBcDeFgH', 'PqRsT'],
  ['dapi0123456789abcdef0123456789abcdef', '0123456789ab'],
  ['ya29.a0AfH6SMBx', 'a0AfH6SMBx'],
  ['ASIAIOSFODNN7EXAMPLE', 'IOSFODNN7'],
  ['k3j4h5k7q2w9e1r8t6y5u3i2', 'k3j4h5k7'],
  ['https://hooks.zapier.com/hooks/catch/1234567/abcd123/', 'abcd123'],
  ['https://crm.example/reset-password/k3j4h5k3', 'k3j4h5k3'],
  ['https://crm.example/invite/k3j4h5k3j4h5', 'k3j4h5k3'],
  ['https://crm.example/verify/471142', '471142'],
  ['foo.php?x=abc123&y=2', 'abc123'],
];

const escaped: readonly Spelling[] = [
  ['redirect to /cb#access_token%3Dk3j4h5k3', 'k3j4h5k3'],
  ['https://crm.example/x%253Ftoken%253Dk3j4h5k3', 'k3j4h5k3'],
  ['next=https%3A%2F%2Fcrm.example%2Fx%3Fq%3Dk3j4h5k3 failed', 'k3j4h5k3'],
  ['/u/anna%2540pochta.example/x', 'anna'],
  ['/u/%D0%B0%D0%BD%D0%BD%D0%B0%40%D0%BF%D0%BE%D1%87%D1%82%D0%B0.%D1%80%D1%84', '%D0%BD%D0%BD'],
  ['phone=%2B998%2090%20123%2045%2067', '123%2045', '123 45'],
  // broken in the middle, as a line that was cut
  ['/x%E0%/%3Ftoken%3Dk3j4h5k3', 'k3j4h5k3'],
];

const people: readonly Spelling[] = [
  ['anna.karimova(at)pochta.example', 'karimova'],
  ['8-90-123-45-67', '123-45-67'],
  ['8 901 23 45 67', '23 45 67'],
  ['(90) 1234567', '1234567'],
  ['90 123 4567', '123 4567'],
  ['8.916.123.45.67', '123.45.67'],
  ['8 (916) 12-34-567', '34-567'],
  ['916-123-45-67', '123-45-67'],
  ['8600–1234–5678–9012', '5678'],
  ['8600  1234  5678  9012', '5678'],
  ['9860 010123456789', '0101234567'],
  ['3 150385 523 001 1', '523 001'],
  ['ИНН нашей организации — 301 234 567', '234 567'],
  ['стир рақами 301 234 567', '234 567'],
  ['{"passportNumber":"1234567"}', '1234567'],
  ['AA № 1234567', '1234567'],
  ['20 04 567890', '567890'],
  ['паспорт: серия 2004 номер 567890', '567890'],
  ['серия AA № 1234567', '1234567'],
  ['загранпаспорт 72 1234567', '1234567'],
  ['DE89 3704 0044 0532 0130 00', '0044 0532'],
  ['GB29NWBK60161331926819', '60161331'],
  ['KZ86125KZT5004100100', '5004100100'],
  ['20208 000 9 05123456 001', '05123456'],
];

test.each([...named, ...said, ...services, ...escaped, ...people])(
  'leaves nothing of a secret: %s',
  (text, ...traces) => {
    const scrubbed = scrubText(text);

    expect(traces.filter((trace) => scrubbed.includes(trace))).toEqual([]);
    expect(scrubText(scrubbed)).toBe(scrubbed);
  },
);

test.each([
  'Заказ № 312450000, сумма 945000000',
  '{"orderId":312450000,"total":945000000}',
  'https://crm.example/deals/312450000',
  'size: 312450000, latency=945000000',
  'КПП 773601001',
  'EAN 4600051000057',
  'requestId: 01ARZ3NDEKTSV4RRFFQ69G5FAV',
  'at https://crm.example/static/main.3f2a1b9c4d5e6f7081920011.js:2:1048576',
  'SyntaxError: Unexpected token: punc',
  'token: expired, {"token":null}, hasToken: false',
  'max_tokens: 4096, token_count=1500, tokenType: Bearer',
  'passwordChanged: true, tokenExpiresAt: 2026-11-24',
  'Authorization: required, auth=true',
  'cookie: none',
  'secretary: Anna, tokenizer: fast',
  'key=Enter hash=#/orders promo_code=SALE2026',
  'credentials: include',
  'duplicate key value violates unique constraint "pk_orders_customer"',
  'Пароль должен быть 8 символов, код 471142 товара, ключ не подходит',
  '/%D0%BE%D1%82%D1%87%D1%91%D1%82/2026?',
  'Готово на 50%, осталось 1%25',
])('stays as an agent needs it: %s', (text) => {
  expect(scrubText(text)).toBe(text);
});
