import { z } from 'zod';

/** Calendars are nobody's outside these years, and what is counted on from one has to fit into an instant. */
const meantYear = /^(?:19[7-9]\d|2[01]\d{2})-/;

/** An instant that a client may mean, of the years 1970 to 2199. */
export const meantInstant = z.iso
  .datetime()
  .regex(meantYear)
  .meta({ format: 'date-time', example: '2026-12-07T13:00:00Z' });

/** A day that a client may mean, of the same years. */
export const meantDay = z.iso
  .date()
  .regex(meantYear)
  .meta({ format: 'date', example: '2026-12-01' });
