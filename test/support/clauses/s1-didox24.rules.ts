import { inCode, inPack, remove, set, type RowRules } from './rule.ts';

/** What holds the rows of Didox24 that are claimed. */
export const didox24Rules: RowRules = {
  'S1.1.1': inCode(
    'Whoever has no contract holds none: the organisation is found by the contract alone.',
  ),
  'S1.1.2': inPack(remove('/entitlement/conditions/shownBy=installation')),
  'S1.1.3': inPack(set('/intake/fields/id=portalKind/requirement', 'optional')),
  'S1.1.4': inPack(set('/intake/fields/id=operator/requirement', 'optional')),
  'S1.1.5': inPack(
    set('/intake/fields/id=expected/requirement', 'optional'),
    set('/intake/fields/id=got/requirement', 'optional'),
  ),
  'S1.1.6': inPack(set('/intake/categories/id=incident/type', 'request')),
  'S1.1.8': inPack(set('/clocks/firstResponse', { kind: 'none', clause: '3.2' })),
  'S1.1.10': inPack(
    remove('/stops/counts/=registered_and_started'),
    set('/stops/counts/-', 'receipt_confirmed'),
    set('/stops/autoAckCounts', true),
  ),
  'S1.1.11': inPack(remove('/stops/counts/=question')),
  'S1.1.12': inPack(remove('/stops/counts/=consultation')),
  'S1.1.13': inPack(remove('/stops/counts/=known_solution')),
  'S1.1.15': inCode('Versions are compared by their numbers; no pack holds them.'),
  'S1.2.1': inPack(set('/entitlement/kind', 'tariff')),
  'S1.2.2': inPack(remove('/entitlement/conditions/id=licensed-software')),
  'S1.2.3': inPack(remove('/entitlement/conditions/shownBy=operator'), [
    remove('/rights/reason=operator-not-recommended'),
    remove('/entitlement/conditions/shownBy=operator/refusal'),
  ]),
  'S1.2.4': inCode('An address is tried by the server, with the networks that it must not touch.'),
  'S1.2.5': inPack(set('/entitlement/lapsed', 'promise'), set('/desk/timezone', 'Europe/Moscow')),
  'S1.3.1.1': inPack(
    set('/entitlement/lapsed', 'register_and_inform'),
    set('/entitlement/missing', 'register_and_inform'),
    set('/entitlement/contractRoute/channel', 'phone'),
  ),
  'S1.3.1.2': inPack(set('/intake/fields/id=expected/requirement', 'required')),
  'S1.3.1.3': inPack(
    set('/requesters/submit/by', 'anyone'),
    set('/channels/kind=mail/trust/alignment', 'relaxed'),
    set('/channels/kind=mail/trust/publicDomains', 'forbidden'),
  ),
  'S1.3.1.4': inPack(
    set('/channels/kind=telegram/trust/binding', 'login'),
    set('/channels/kind=telegram/trust/reverify', 'none'),
  ),
  'S1.3.1.5': inPack(set('/intake/fields/id=contractNumber/requirement', 'optional')),
  'S1.3.1.6': inPack(set('/intake/fields/id=portal/kind', 'text')),
  'S1.3.1.7': inPack(set('/intake/fields/id=connection/secret', false)),
  'S1.3.1.8': inPack(set('/intake/fields/id=expected/group', 'contact')),
  'S1.3.1.9': inPack(set('/intake/fields/id=video/requirement', 'optional')),
  'S1.3.1.10': inCode('Access is sealed, shown, ended and logged, whatever the pack.'),
  'S1.3.1.11': inPack(
    set('/scope/causes/id=hardware/liable', true),
    set('/scope/causes/id=operator/liable', true),
  ),
  'S1.3.1.12': inPack(set('/reminders', null), set('/reminders/most', 4)),
  'S1.3.2.1': inPack(
    set('/clocks/firstResponse', { kind: 'none', clause: '3.2' }),
    set('/clocks/firstResponse/reading', 'endOfDay'),
  ),
  'S1.3.2.2': inCode('Nothing is acknowledged before it is stored with its number.'),
  'S1.3.2.3': inCode('The address of the contract gets the letter with the number.'),
  'S1.3.2.4': inPack(set('/security', null)),
  'S1.3.2.5': inPack(set('/requesters/status', { to: 'submitter' })),
  'S1.3.2.6': inPack(
    remove('/answers/required/0/oneOf/=existing-version'),
    remove('/answers/kinds/id=existing-version/needs'),
  ),
  'S1.3.2.7': inPack(
    remove('/answers/required/0/oneOf/=existing-update'),
    remove('/answers/kinds/id=existing-update/needs'),
  ),
  'S1.3.2.8': inPack(
    remove('/answers/required/0/oneOf/=planned'),
    remove('/answers/kinds/id=planned/needs'),
  ),
  'S1.3.2.9': inPack(
    remove('/answers/required/0/oneOf/=workaround'),
    remove('/answers/kinds/id=workaround/needs'),
  ),
  'S1.3.2.10': inPack(remove('/answers/kinds/id=solution')),
  'S1.3.2.11': inPack(remove('/answers/kinds/id=consultation')),
  'S1.3.2.12': inPack(remove('/answers/kinds/id=resources')),
  'S1.4.1': inPack(
    set('/channels/kind=phone/href', 'tel:+998000000000'),
    set('/channels/kind=phone/address', '+998 00 000 00 00'),
    set('/channels/kind=mail/href', 'mailto:help@technounit.uz'),
    set('/channels/kind=mail/address', 'help@technounit.uz'),
    set('/channels/kind=telegram/href', 'https://t.me/other'),
    remove('/contacts/0'),
  ),
};
