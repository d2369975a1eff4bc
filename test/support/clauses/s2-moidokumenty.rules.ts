import { inCode, inPack, negate, remove, set, type RowRules } from './rule.ts';

/** What holds the rows of «Мои документы онлайн» that are claimed. */
export const moidokumentyRules: RowRules = {
  'S2.0.1': inPack(
    set('/entitlement/unknown', 'register_and_inform'),
    remove('/notices/code=not_guaranteed'),
  ),
  'S2.1.1.1': inPack(set('/requesters/categories/id=user/proof', 'claim')),
  'S2.1.1.2': inPack(
    negate('/requesters/categories/id=representative/needsAgreement'),
    remove('/requesters/categories/id=representative/needsAgreement'),
  ),
  'S2.1.2.1': inPack(
    set('/desk/offices/0/hours/fri', [['09:00', '17:00']]),
    set('/desk/offices/0/hours/mon', [['10:00', '18:00']]),
    set('/desk/timezone', 'Asia/Tashkent'),
    set('/desk/closedOn', ['holiday']),
  ),
  'S2.1.2.2': inPack(remove('/notices/code=outside_hours_not_guaranteed')),
  'S2.1.3.1': inPack(
    negate('/requesters/categories/id=representative/needsAgreement'),
    remove('/notices/code=not_guaranteed'),
  ),
  'S2.1.3.2': inPack(set('/intake/fields/id=position/requirement', 'optional')),
  'S2.1.4.1': inPack(set('/rights/reason=conditions-not-met/when', ['out_of_scope'])),
  'S2.1.5.2': inPack(set('/widget', { mode: 'official', preferred: true, clause: '1.5' })),
  'S2.2.1.1': inPack(
    set('/clocks/firstResponse/target/value', 5),
    set('/clocks/firstResponse/target/unit', 'businessMinute'),
    set('/desk/workingWeekends', 'ignore'),
  ),
  'S2.2.1.2': inCode(
    'Alerts are taken at any hour and the silence of a watch is one, whatever the pack.',
  ),
  'S2.2.1.3': inPack(set('/clocks/critical/minutes', 6), set('/clocks/critical', null)),
  'S2.2.2.1': inPack(remove('/notices/code=no_resolution_term'), set('/clocks/resolution', null)),
  'S2.2.3.1': inPack(set('/intake/severity', null)),
  'S2.2.3.2': inPack(set('/queue/order', ['received']), set('/queue/severities', 'critical_first')),
  'S2.2.4.1': inPack(set('/clocks/pauses', null)),
  'S2.2.5.1': inPack(set('/autoClose', null), set('/autoClose/after/value', 3)),
  'S2.2.5.2': inPack(remove('/autoClose/reasons/id=no_information')),
  'S2.2.5.3': inPack(set('/autoClose', null), set('/autoClose/laterReply', 'new_linked_ticket')),
  'S2.3.1.1': inPack(remove('/intake/categories/id=functionality/out')),
  'S2.3.1.2': inPack(remove('/intake/categories/id=training/out')),
  'S2.3.1.3': inPack(remove('/intake/categories/id=manuals/out')),
  'S2.3.1.4': inPack(remove('/intake/categories/id=development/out')),
  'S2.3.1.5': inPack(remove('/intake/categories/id=testing/out')),
  'S2.3.1.6': inPack(remove('/intake/categories/id=monitoring/out')),
  'S2.3.1.7': inPack(remove('/intake/categories/id=consulting/out')),
  'S2.3.1.8': inPack(remove('/intake/categories/id=servers/out')),
  'S2.3.2.1': inPack(remove('/rights/reason=third-party-code')),
  'S2.3.3.1': inPack(set('/scope/causes/id=network-hosting/liable', true)),
  'S2.3.4.1': inPack(set('/scope/causes/id=third-party-product/liable', true)),
  'S2.3.5.1': inPack(
    set('/publication/changes/notice', 'published'),
    set('/publication/changes/daysBefore', 10),
  ),
  'S2.3.5.2': inCode('That nobody has to sign in for the page is the page’s own.'),
  'S2.3.5.3': inPack(set('/publication/address', 'https://other.example')),
  'S2.3.5.4': inPack(remove('/publication/readerChecks')),
};
