import type { DeskCalendar, DeskOffice } from './desk-hours.ts';

/** What decides whose hours count (A4); what is not known is left out. */
export interface CoverageFacts {
  readonly region?: string | undefined;
  /** Office of the agent who has the ticket; undefined before it is assigned. */
  readonly assigneeOffice?: string | undefined;
}

/**
 * The desk whose hours count for a request: all offices together (`union`), the head office
 * (`primaryOnly`), the one that answers the requester's region (`byCustomerRegion`) or the
 * assignee's (`byAssignee`). Where region or assignee is not known, all together.
 */
export function deskCovering(desk: DeskCalendar, facts: CoverageFacts): DeskCalendar {
  const { region, assigneeOffice } = facts;
  if (desk.coverage === 'byAssignee') return deskOfOffice(desk, assigneeOffice);
  if (desk.coverage !== 'byCustomerRegion' || region === undefined) return desk;
  return deskOfOffice(desk, desk.offices.find(({ regions }) => regions.includes(region))?.id);
}

/** The desk with the hours of one office alone; unchanged where there is no such office. */
export function deskOfOffice(desk: DeskCalendar, id: string | null | undefined): DeskCalendar {
  const office = desk.offices.find((one) => one.id === id);
  if (!office) return desk;
  const { schedule, whyClosed } = office;
  return { ...desk, schedule, whyClosed, office: office.id };
}

/** The offices that are open at an instant, epoch milliseconds; the head office first. */
export const officesOpen = ({ offices }: DeskCalendar, at: number): DeskOffice[] =>
  offices.filter(({ schedule }) => schedule.isOpen(at));
