/** How far behind ours the clock may be by which somebody says that something is to happen now, in milliseconds. */
const minuteMs = 60_000;

/** Whether an instant that was named for something to come has gone by already. */
export const isLongPast = (at: Date, now: Date): boolean => at.getTime() < now.getTime() - minuteMs;
