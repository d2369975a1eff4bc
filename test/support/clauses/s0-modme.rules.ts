import { inCode, inPack, negate, remove, set, type RowRules } from './rule.ts';

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
  'S0.4.2': inPack(set('/intake/categories/id=question/out', 'training')),
  'S0.4.3': inPack(set('/clocks/diagnosis/limit', 'none')),
  'S0.4.4': inPack(set('/proposals', { outcomeWithinDays: 29 })),
  'S0.4.5': inCode(
    'News is written at the desk and delivered by its log; a pack only says that there is some.',
  ),
  'S0.4.6': inPack(
    remove('/intake/categories/id=api/team'),
    set('/intake/categories/id=api/out', 'training'),
  ),
  'S0.4.7': inPack(set('/intake/categories/id=idea/type', 'request')),
  'S0.5.1': inPack(remove('/intake/categories/id=training/out')),
  'S0.5.2': inPack(remove('/intake/categories/id=custom-process/out')),
  'S0.5.3': inPack(set('/scope/out/reason=customer-action/afterDiagnosis', false)),
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
  'S0.8.1': inCode('A number is given to whatever is stored, once a key, whatever the pack.'),
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
  'S0.9.3': inCode(
    'The receipt is stored beside the moment of writing down, and terms are counted from it.',
  ),
  'S0.10.1': inPack(set('/clocks/diagnosis/limit', 'none')),
  'S0.10.2': inPack(remove('/answers/kinds/id=instruction')),
  'S0.10.3': inCode('Files travel with messages, whatever the pack.'),
  'S0.10.4': inCode('A meeting is arranged, told and counted, whatever the pack.'),
  'S0.11.1': inPack(remove('/escalation/targets/id=development')),
  'S0.11.2': inPack(negate('/escalation/informs'), set('/escalation', null)),
  'S0.11.3': inPack(
    set('/escalation/nextUpdateEvery', { value: 6, unit: 'businessDay' }),
    set('/clocks/resolution', null),
  ),
  'S0.12.1': inPack(set('/followUp', null)),
  'S0.12.2': inPack(remove('/followUp/confirms')),
  'S0.12.3': inPack(remove('/followUp/feedback')),
  'S0.13.1': inCode('Checks are set up at the desk; a pack only says that there are some.'),
  'S0.13.2': inCode('Waves are set up at the desk; a pack only says that there are some.'),
  'S0.13.3': inCode('An idea is numbered and answered as any request.'),
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
