import { inPack, remove, type RowRules, set } from './rule.ts';

/** What holds the rows of «ТехноКад» that are claimed. */
export const technokadRules: RowRules = {
  'S3.1.1.1': inPack(remove('/products/0'), remove('/products/2')),
  'S3.1.3.1': inPack(set('/entitlement/lapsed', 'promise'), set('/desk/timezone', 'Asia/Tashkent')),
  'S3.1.4.1': inPack(set('/publication/changes/notice', 'none')),
  'S3.2.1.1': inPack(
    set('/desk/closedOn', ['transferred']),
    set('/desk/closedOn', ['holiday']),
    set('/desk/workingWeekends', 'ignore'),
    set('/desk/shortenedDays', 'end-early'),
  ),
  'S3.2.1.2': inPack(set('/desk/offices/id=head/hours/tue', [['09:00', '17:00']])),
  'S3.2.1.3': inPack(
    set('/desk/offices/id=novosibirsk/hours/mon', [['05:00', '13:00']]),
    set('/desk/coverage', 'primaryOnly'),
  ),
  'S3.2.2.1': inPack(
    set('/clocks/firstResponse', { kind: 'none', clause: '2.2' }),
    set('/clocks/firstResponse', {
      kind: 'fixed',
      target: { value: 4, unit: 'businessHour' },
      clause: '2.2',
    }),
  ),
  'S3.2.2.2': inPack(
    set('/desk/offices/id=head/hours/sat', [['09:00', '18:00']]),
    set('/desk/offices/id=novosibirsk/hours/mon', [['00:00', '13:00']]),
  ),
  'S3.2.3.1': inPack(remove('/notices/code=no_resolution_term'), set('/clocks/resolution', null)),
  'S3.3.1.1': inPack(
    set('/channels/href=tel:+74952698657/href', 'tel:+70000000000'),
    remove('/channels/href=tel:+78002008775'),
    set('/channels/href=tel:+73833835768/address', '8 (383) 000-00-00'),
  ),
  'S3.3.1.2': inPack(
    set('/channels/kind=mail/href', 'mailto:help@technokad.ru'),
    set('/channels/kind=mail/address', 'help@technokad.ru'),
  ),
  'S3.5.1.1': inPack(set('/intake/categories/id=wish/channels', 'any')),
  'S3.6.1.1': inPack(set('/reopen/condition', 'any')),
  'S3.6.1.2': inPack(set('/appeal', null)),
  'S3.F.1': inPack(remove('/contacts/clause=F'), remove('/channels/href=tel:+78002008775')),
};
