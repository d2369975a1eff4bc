/** What the measurement uses of moment-business-time 2, which brings no types. Times are of the process's zone. */
declare module 'moment-business-time' {
  interface WorkingMoment {
    addWorkingTime(count: number, unit: 'minutes'): WorkingMoment;
    /** Working time from the other instant to this one, unless the order is the other way round. */
    workingDiff(other: WorkingMoment, unit: 'minutes'): number;
    valueOf(): number;
  }
  interface WorkingTime {
    (at: number): WorkingMoment;
    locale(): string;
    updateLocale(
      name: string,
      settings: {
        workinghours: Record<number, readonly string[] | null>;
        holidays: readonly string[];
      },
    ): void;
  }
  const moment: WorkingTime;
  export default moment;
}
