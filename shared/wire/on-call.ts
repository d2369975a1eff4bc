import { z } from 'zod';

const instant = z.iso.datetime();

/** A moment of the rota, in a year that every calendar and database knows. */
const rotaMoment = instant.startsWith('2');

/** The stretch of time to read; two weeks from now where nothing is said. */
export const rotaQuery = z.object({ from: rotaMoment.optional(), until: rotaMoment.optional() });

/** A shift to be put into the rota; `until` is the first instant that is no longer part of it. */
export const shiftBody = z.strictObject({
  agent: z.string().min(1).max(64),
  from: rotaMoment,
  until: rotaMoment,
  /** 1 is called first. */
  rank: z.int().min(1).max(20).default(1),
});

const shiftView = z.object({
  id: z.string(),
  agent: z.object({ id: z.string(), name: z.string() }),
  from: instant,
  until: instant,
  rank: z.int(),
});

/** The rota of a stretch of time, and who is called now, the first one first. */
export const rotaView = z.object({
  shifts: z.array(shiftView),
  now: z.array(shiftView),
});
export type RotaView = z.infer<typeof rotaView>;
