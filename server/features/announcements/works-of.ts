import type { CurrentNews } from '#shared/wire/announcements.ts';
import type { AnnouncementRow } from '#server/features/announcements/announcements.table.ts';

/** From when to when planned works last; null where it does not say. */
export const worksOf = ({
  worksFrom,
  worksUntil,
}: Pick<AnnouncementRow, 'worksFrom' | 'worksUntil'>): CurrentNews['works'] =>
  worksFrom && worksUntil
    ? { from: worksFrom.toISOString(), until: worksUntil.toISOString() }
    : null;
