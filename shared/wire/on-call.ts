import { z } from 'zod';
import { meantInstant } from '#shared/wire/meant.ts';

const instant = z.iso.datetime();

/** The stretch of time to read; two weeks from now where nothing is said. */
export const rotaQuery = z.object({
  from: meantInstant.optional(),
  until: meantInstant.optional(),
});

/** A shift to be put into the rota; `until` is the first instant that is no longer part of it. */
export const shiftBody = z.strictObject({
  agent: z.string().min(1).max(64),
  from: meantInstant,
  until: meantInstant.meta({ example: '2026-12-08T13:00:00Z' }),
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
