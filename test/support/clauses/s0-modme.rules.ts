import { inCode, inPack, negate, remove, type RowRules, set } from './rule.ts';

const sixDays = (from: string, to: string) =>
  Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat'].map((day) => [day, [[from, to]]]));

/** What holds the rows of MODME that are claimed. */
export const modmeRules: RowRules = {
  'S0.0.1': inPack(set('/validFrom', null), remove('/publication/annexTo')),
  'S0.1.1': inCode('The page is drawn from the pack: whatever a pack says, both say the same.'),
  'S0.2.1': inCode('Address, absence of cookies and working without scripts are the page’s own.'),
  'S0.3.1': inPack(
    set('/entitlement/lapsed', 'promise'),
    set('/entitlement/nextStep', { code: 'turn_to_vendor' }),
  ),
  'S0.4.1': inPack(
    set('/intake/categories/id=question/out', 'training'),
    remove('/scope/in/id=accompaniment'),
  ),
  'S0.5.1': inPack(remove('/intake/categories/id=training/out')),
  'S0.6.1': inPack(
    set('/channels/-', {
      kind: 'mail',
      official: true,
      address: 'other@modme.example',
      href: 'mailto:other@modme.example',
      label: { ru: 'Почта', uz: 'Pochta', en: 'E-mail' },
      clause: '14',
    }),
    set('/channels/kind=phone', {
      kind: 'phone',
      official: false,
      label: { ru: 'Телефон', uz: 'Telefon', en: 'Phone' },
      clause: '14',
    }),
  ),
  'S0.7.1': inPack(
    remove('/desk/offices/0/hours/sat'),
    set('/desk/offices/0/hours', sixDays('09:00', '18:00')),
    set('/desk/timezone', 'Europe/Moscow'),
  ),
  'S0.7.2': inPack(
    set('/desk/closedOn', ['transferred', 'additional']),
    set('/desk/calendar', 'ru-production'),
  ),
  'S0.7.3': inPack(
    set('/desk/offices/0/hours/mon', [['11:00', '19:00']]),
    set('/desk/offices/0/hours/tue', [['10:00', '18:00']]),
  ),
  'S0.7.4': inPack(set('/desk/offices/0/hours/sat', [['12:00', '19:00']])),
  'S0.9.1': inPack(
    set('/clocks/firstResponse/target/value', 2),
    set('/clocks/firstResponse/target/unit', 'businessHour'),
    set('/clocks/firstResponse/reading', 'endOfDay'),
    set('/clocks/firstResponse', { kind: 'none', clause: '9' }),
  ),
  'S0.9.2': inPack(
    remove('/stops/counts/=receipt_confirmed'),
    remove('/stops/counts/=question'),
    remove('/stops/counts/=diagnosis_started'),
    set('/stops/autoAckCounts', true),
  ),
  'S0.10.1': inPack(set('/clocks/diagnosis/limit', 'none')),
  'S0.11.2': inPack(negate('/escalation/informs'), set('/escalation', null)),
  'S0.11.3': inPack(
    set('/escalation/nextUpdateEvery', { value: 6, unit: 'businessDay' }),
    set('/clocks/resolution', null),
  ),
  'S0.14.1': inPack(
    set('/channels/kind=telegram/href', 'https://t.me/other'),
    set('/channels/kind=telegram/address', '@other'),
  ),
  'S0.14.2': inPack(
    set('/channels/kind=phone/href', 'tel:+998000000000'),
    set('/channels/kind=phone/address', '+998 00 000 00 00'),
  ),
  'S0.14.3': inPack(
    set('/channels/-', {
      kind: 'mail',
      official: true,
      address: '[email protected]',
      href: 'mailto:support@modme.example',
      label: { ru: 'Почта', uz: 'Pochta', en: 'E-mail' },
      clause: '14',
    }),
  ),
};
