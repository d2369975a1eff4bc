import { inPack, remove, type RowRules, set } from './rule.ts';

/** What holds the rows of Didox24 that are claimed. */
export const didox24Rules: RowRules = {
  'S1.1.2': inPack(remove('/entitlement/conditions/shownBy=installation')),
  'S1.1.8': inPack(set('/clocks/firstResponse', { kind: 'none', clause: '3.2' })),
  'S1.1.10': inPack(
    remove('/stops/counts/=registered_and_started'),
    set('/stops/counts/-', 'receipt_confirmed'),
    set('/stops/autoAckCounts', true),
  ),
  'S1.1.11': inPack(remove('/stops/counts/=question')),
  'S1.1.12': inPack(remove('/stops/counts/=consultation')),
  'S1.1.13': inPack(remove('/stops/counts/=known_solution')),
  'S1.2.1': inPack(set('/entitlement/kind', 'tariff')),
  'S1.2.3': inPack(remove('/entitlement/conditions/shownBy=operator'), [
    remove('/rights/reason=operator-not-recommended'),
    remove('/entitlement/conditions/shownBy=operator/refusal'),
  ]),
  'S1.2.5': inPack(set('/entitlement/lapsed', 'promise'), set('/desk/timezone', 'Europe/Moscow')),
  'S1.3.1.1': inPack(
    set('/entitlement/lapsed', 'register_and_inform'),
    set('/entitlement/missing', 'register_and_inform'),
    set('/entitlement/contractRoute/channel', 'phone'),
  ),
  'S1.3.1.3': inPack(
    set('/requesters/submit/by', 'anyone'),
    set('/channels/kind=mail/trust/alignment', 'relaxed'),
    set('/channels/kind=mail/trust/publicDomains', 'forbidden'),
  ),
  'S1.3.1.4': inPack(
    set('/channels/kind=telegram/trust/binding', 'login'),
    set('/channels/kind=telegram/trust/reverify', 'none'),
  ),
  'S1.3.2.1': inPack(
    set('/clocks/firstResponse', { kind: 'none', clause: '3.2' }),
    set('/clocks/firstResponse/reading', 'endOfDay'),
  ),
  'S1.3.2.4': inPack(set('/security', null)),
  'S1.4.1': inPack(
    set('/channels/kind=phone/href', 'tel:+998000000000'),
    set('/channels/kind=phone/address', '+998 00 000 00 00'),
    set('/channels/kind=mail/href', 'mailto:help@technounit.uz'),
    set('/channels/kind=mail/address', 'help@technounit.uz'),
    set('/channels/kind=telegram/href', 'https://t.me/other'),
    remove('/contacts/0'),
  ),
};
