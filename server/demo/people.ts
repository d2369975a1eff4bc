import type { DemoContract, DemoPerson } from '#server/demo/demo-person.ts';
import { didox24Contracts, didox24People } from '#server/demo/people/didox24.ts';
import { jokercrmContracts, jokercrmPeople } from '#server/demo/people/jokercrm.ts';
import { modmeContracts, modmePeople } from '#server/demo/people/modme.ts';
import { moidokumentyContracts, moidokumentyPeople } from '#server/demo/people/moidokumenty.ts';
import { technokadContracts, technokadPeople } from '#server/demo/people/technokad.ts';

/** Everybody the demo can be used as; the first one of a vendor is in good standing. */
export const demoPeople: readonly DemoPerson[] = [
  ...modmePeople,
  ...didox24People,
  ...moidokumentyPeople,
  ...technokadPeople,
  ...jokercrmPeople,
];

/** Contracts behind those people, to be stored when the demo starts. */
export const demoContracts: readonly DemoContract[] = [
  ...modmeContracts,
  ...didox24Contracts,
  ...moidokumentyContracts,
  ...technokadContracts,
  ...jokercrmContracts,
];
