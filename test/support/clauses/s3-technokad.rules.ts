import { inCode, inPack, remove, set, type RowRules } from './rule.ts';

/** What holds the rows of «ТехноКад» that are claimed. */
export const technokadRules: RowRules = {
  'S3.1.1.1': inPack(remove('/products/0'), remove('/products/2')),
  'S3.1.2.1': inPack(remove('/roles/id=support/signs')),
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
  'S3.2.4.1': inCode('A ticket waits for a release and its coming moves it on, whatever the pack.'),
  'S3.2.4.2': inCode('A day cannot be set without words to the customer, whatever the pack.'),
  'S3.3.1.1': inPack(
    set('/channels/href=tel:+74952698657/href', 'tel:+70000000000'),
    remove('/channels/href=tel:+78002008775'),
    set('/channels/href=tel:+73833835768/address', '8 (383) 000-00-00'),
  ),
  'S3.3.1.2': inPack(
    set('/channels/kind=mail/href', 'mailto:help@technokad.ru'),
    set('/channels/kind=mail/address', 'help@technokad.ru'),
  ),
  'S3.3.2.2': inPack(set('/rights/reason=no-identity/when', ['out_of_scope'])),
  'S3.3.5.1': inPack(remove('/answers/kinds/id=article')),
  'S3.3.6.1': inPack(set('/clocks/pauses', null)),
  'S3.3.7.1': inPack(remove('/scope/deferReasons/reason=licence-violation')),
  'S3.3.7.2': inPack(remove('/scope/deferReasons/reason=insufficient-information')),
  'S3.3.7.3': inPack(remove('/scope/deferReasons/reason=meaning-unclear')),
  'S3.3.7.4': inPack(remove('/scope/deferReasons/reason=abusive-words')),
  'S3.3.7.5': inPack(remove('/scope/deferReasons/reason=beyond-competence')),
  'S3.3.8.1': inCode('A guest reads one thread by a link that ends, whatever the pack.'),
  'S3.4.1.1': inPack(
    remove('/intake/categories/id=install/team'),
    set('/intake/categories/id=install/out', 'os-setup'),
  ),
  'S3.4.1.2': inPack(
    remove('/intake/categories/id=signature/team'),
    set('/intake/categories/id=signature/out', 'os-setup'),
  ),
  'S3.4.1.3': inPack(
    remove('/intake/categories/id=documents/team'),
    set('/intake/categories/id=documents/out', 'os-setup'),
  ),
  'S3.4.1.4': inPack(
    remove('/intake/categories/id=error/team'),
    set('/intake/categories/id=error/out', 'os-setup'),
  ),
  'S3.4.1.5': inPack(
    remove('/intake/categories/id=web-error/team'),
    set('/intake/categories/id=web-error/out', 'os-setup'),
  ),
  'S3.4.1.6': inPack(set('/intake/categories/id=wish/channels', 'any')),
  'S3.4.1.7': inPack(remove('/intake/categories/id=os-setup/out')),
  'S3.4.1.8': inPack(remove('/intake/categories/id=third-party-software/out')),
  'S3.4.1.9': inPack(remove('/intake/categories/id=law/out')),
  'S3.4.1.10': inPack(remove('/intake/categories/id=third-party-actions/out')),
  'S3.4.1.11': inPack(remove('/intake/categories/id=update-server/out')),
  'S3.4.2.1': inPack(set('/scope/causes/id=user-connection/liable', true)),
  'S3.4.2.2': inPack(set('/scope/causes/id=web-services/liable', true)),
  'S3.4.2.3': inPack(set('/scope/causes/id=recipient-software/liable', true)),
  'S3.4.2.4': inPack(set('/scope/causes/id=recipient-volume/liable', true)),
  'S3.4.2.5': inPack(set('/scope/causes/id=provider/liable', true)),
  'S3.5.1.1': inPack(set('/intake/categories/id=wish/channels', 'any')),
  'S3.6.1.1': inPack(set('/reopen/condition', 'any')),
  'S3.6.1.2': inPack(set('/appeal', null)),
  'S3.6.1.3': inPack(set('/followUp', null)),
  'S3.F.1': inPack(remove('/contacts/clause=F'), remove('/channels/href=tel:+78002008775')),
};
