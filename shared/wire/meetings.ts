import { z } from 'zod';
import { meetingStates } from '#shared/people.ts';
import { logTimeBody } from '#shared/wire/hours.ts';
import { meantInstant } from '#shared/wire/meant.ts';

const instant = z.iso.datetime();
const minutes = z.int().min(1).max(1440);

/** A meeting to invite the requester to. */
export const meetingBody = z.strictObject({
  url: z.url({ protocol: /^https$/ }).max(2000),
  at: meantInstant,
  minutes,
});
export type MeetingBody = z.output<typeof meetingBody>;

/** How long a meeting took, and on what terms that is counted. */
export const meetingHeldBody = logTimeBody.omit({ workedAt: true });
export type MeetingHeldBody = z.output<typeof meetingHeldBody>;

const meetingView = z.object({
  id: z.string(),
  url: z.string(),
  at: instant,
  minutes: z.int(),
  state: z.enum(meetingStates),
  heldMinutes: z.int().nullable(),
  /** Zone of the requester when they were invited. */
  requesterTimezone: z.string().nullable(),
  /** As an iCalendar file. */
  calendar: z.string(),
});
/** Meetings about a ticket, in their order. */
export const meetingList = z.object({ meetings: z.array(meetingView) });
export type MeetingList = z.infer<typeof meetingList>;
