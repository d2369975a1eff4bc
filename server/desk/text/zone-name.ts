/**
 * A zone as a page names it once for all of its times: `UTC+5, Asia/Tashkent`.
 *
 * @param at epoch milliseconds: clocks may be put forward and back
 */
export function zoneName(zone: string, at: number): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    timeZoneName: 'shortOffset',
  }).formatToParts(at);
  const offset = parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  return `${offset.replace('GMT', 'UTC')}, ${zone}`;
}
