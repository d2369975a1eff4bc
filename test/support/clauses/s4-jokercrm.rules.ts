import { inCode, inPack, remove, set, type RowRules } from './rule.ts';

const serviceItem = (id: string) => inPack(remove(`/plans/id=service/items/id=${id}`));
/** An item that the extended plan would otherwise have from the service plan. */
const extendedItem = (id: string) =>
  inPack([remove(`/plans/id=extended/items/id=${id}`), set('/plans/id=extended/extends', null)]);

/** What holds the rows of JokerCRM that are claimed. */
export const jokercrmRules: RowRules = {
  'S4.1.1.1': inPack(remove('/links/contract')),
  'S4.1.1.2': inPack(set('/scope/onlyListed', null), set('/scope/onlyListed/otherwise', 'refuse')),
  'S4.1.2.1': inPack(set('/intake/deflection/mode', 'none')),
  'S4.1.3.1': inPack(set('/entitlement/lapsed', 'promise'), set('/desk/timezone', 'Asia/Tashkent')),
  'S4.1.3.2': inPack(
    set('/entitlement/missing', 'promise'),
    set('/plans/id=service/kind', 'rental'),
    set('/hours/appliesTo', ['rental']),
  ),
  'S4.1.4.1': inPack(
    remove('/scope/causes/id=other-service/nextStep'),
    remove('/intake/categories/id=third-party/out'),
  ),
  'S4.1.5.1': inPack(remove('/intake/categories/id=web-design/out')),
  'S4.2.1.1': inPack(
    set('/desk/offices/0/hours/mon', [['10:00', '18:00']]),
    set('/desk/offices/0/hours/tue', [['09:00', '17:00']]),
    set('/desk/closedOn', ['holiday']),
    set('/desk/workingWeekends', 'ignore'),
  ),
  'S4.2.1.2': inPack(set('/queue/order', ['received', 'severity', 'plan'])),
  'S4.2.1.3': inPack(
    set('/rights/reason=critical-outage/when', ['out_of_scope']),
    set('/queue/order', ['plan', 'received']),
  ),
  'S4.2.1.4': inPack(set('/intake/severity', null)),
  'S4.2.1.5': inPack(remove('/notices/code=no_resolution_term'), set('/clocks/resolution', null)),
  'S4.2.2.1': inPack(set('/escalation/targets/0/id', 'programmers')),
  'S4.2.2.2': inPack(set('/escalation', null)),
  'S4.2.3.1': inPack(remove('/notices/code=no_resolution_term'), set('/clocks/resolution', null)),
  'S4.2.3.2': inPack(
    set('/clocks/firstResponse', {
      kind: 'fixed',
      target: { value: 4, unit: 'businessHour' },
      clause: '2.3',
    }),
    set('/clocks/firstResponse', { kind: 'contract', clause: '2.3' }),
  ),
  'S4.2.3.3': inPack(remove('/clocks/nextResponse/suspendedIn/=with_development')),
  'S4.2.3.4': inCode('A note to a manager has no place in the queue, whatever the pack.'),
  'S4.3.1.1': inPack(set('/intake/categories/id=settings/out', 'configure')),
  'S4.3.1.2': inPack(set('/intake/categories/id=integrations/out', 'configure')),
  'S4.3.1.3': inPack(remove('/intake/categories/id=configure/out')),
  'S4.3.1.4': inPack(remove('/intake/categories/id=configure-other/out')),
  'S4.3.1.5': inPack(remove('/intake/categories/id=client-computer/out')),
  'S4.3.2.1': inPack(set('/intake/categories/id=down/out', 'configure')),
  'S4.3.2.2': inPack(remove('/clocks/diagnosis/finding')),
  'S4.3.2.3': inPack(set('/answers/required', [])),
  'S4.3.3.1': inPack(set('/intake/categories/id=api/out', 'configure')),
  'S4.3.3.2': inPack(remove('/intake/categories/id=custom-development/inBy'), [
    remove('/intake/categories/id=custom-development/inBy'),
    remove('/intake/categories/id=custom-development/out'),
  ]),
  'S4.3.3.3': inPack(remove('/intake/categories/id=code-change/out')),
  'S4.3.4.1': inPack(set('/intake/categories/id=error/out', 'configure')),
  'S4.3.4.2': inPack(set('/intake/categories/id=functions/out', 'configure')),
  'S4.3.4.3': inPack(set('/intake/categories/id=wish/type', 'request')),
  'S4.4.1.1': inCode('Time is written to a ticket; there is no other place for it.'),
  'S4.4.2.1': inCode('A greeting is told from a question by its letters, whatever the pack.'),
  'S4.4.2.2': inPack(set('/intake/fields/id=steps/requirement', 'optional')),
  'S4.4.3.1': inPack(
    set('/channels/kind=phone', {
      kind: 'phone',
      official: true,
      address: '+7 000 000-00-00',
      href: 'tel:+70000000000',
      label: { ru: 'Телефон', uz: 'Telefon', en: 'Phone' },
      clause: '4.3',
    }),
    set('/channels/kind=phone/record', 'ticket'),
  ),
  'S4.4.3.2': inCode('A contact stands on the card of whom it was had with, whatever the pack.'),
  'S4.4.4.2': inPack(set('/intake/fields/id=files/kind', 'text')),
  'S4.4.6.1': inPack(remove('/scope/deferReasons/reason=not-reproducible')),
  'S4.4.6.2': inPack(remove('/scope/deferReasons/reason=insufficient-information')),
  'S4.4.6.3': inPack(remove('/scope/deferReasons/reason=beyond-support')),
  'S4.4.6.4': inPack(remove('/scope/deferReasons/reason=unconstructive')),
  'S4.4.6.5': inPack(remove('/scope/deferReasons/reason=insults')),
  'S4.5.1.1': inPack(
    set('/plans/id=service/hoursPerMonth', 4),
    set('/hours/warnAtPercent', 90),
    set('/hours/overage', 'allow'),
  ),
  'S4.5.1.3': serviceItem('consulting'),
  'S4.5.1.4': serviceItem('update'),
  'S4.5.1.5': serviceItem('upkeep'),
  'S4.5.1.6': inPack(
    remove('/plans/id=service/items/id=errors'),
    set('/hours/ownErrors', 'counted'),
  ),
  'S4.5.1.7': inPack(set('/plans/id=service/items/id=modification/terms', 'included')),
  'S4.5.1.8': inPack(
    set('/plans/id=service/prices/month', 3600),
    set('/plans/id=service/prices/year', 43000),
    set('/plans/id=service/prices/vat', 'included'),
  ),
  'S4.5.2.1': inPack(set('/plans/id=extended/hoursPerMonth', 8)),
  'S4.5.2.2': inPack(remove('/queue/planWeights/extended'), set('/queue/planWeights/service', 2)),
  'S4.5.2.3': inPack(remove('/plans/id=extended/items/id=priority-development/developmentFirst')),
  'S4.5.2.4': inPack(remove('/plans/id=extended/items/id=developer-advice/developerAdvice')),
  'S4.5.2.6': extendedItem('consulting'),
  'S4.5.2.7': inPack(set('/plans/id=extended/items/id=update/terms', 'included')),
  'S4.5.2.8': extendedItem('upkeep'),
  'S4.5.2.9': inPack(set('/plans/id=extended/items/id=modification/terms', 'included')),
  'S4.5.2.10': inPack(
    remove('/plans/id=extended/items/id=regional-database'),
    set('/plans/id=extended/items/id=regional-database/recurring', false),
  ),
  'S4.5.2.11': inPack(
    set('/plans/id=extended/prices/month', 10600),
    set('/plans/id=extended/prices/year', 127000),
    set('/plans/id=extended/prices/yearDiscount/percent', 10),
    set('/plans/id=extended/prices/yearDiscount/applies', 'outside'),
  ),
};
