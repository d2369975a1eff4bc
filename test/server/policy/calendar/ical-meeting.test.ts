import { expect, test } from 'vitest';
import { writeIcalMeeting } from '#server/policy/calendar/ical-meeting.ts';

const meeting = {
  uid: 'mtg_1@modme.reglament',
  sequence: 0,
  cancelled: false,
  arrangedAt: Date.parse('2026-11-20T08:00:00.500Z'),
  at: Date.parse('2026-11-24T22:45:00Z'),
  minutes: 90,
  title: 'MOD-1: встреча; касса, отчёт',
  url: 'https://zoom.example/j/1?pwd=a,b;c',
};
const lines = (text: string) => text.split('\r\n');

test('a meeting is an event in UTC that may end on the next day, its texts escaped', () => {
  expect(lines(writeIcalMeeting(meeting))).toEqual(
    expect.arrayContaining([
      'METHOD:PUBLISH',
      'UID:mtg_1@modme.reglament',
      'SEQUENCE:0',
      'DTSTAMP:20261120T080000Z',
      'DTSTART:20261124T224500Z',
      'DTEND:20261125T001500Z',
      'SUMMARY:MOD-1: встреча\\; касса\\, отчёт',
      'LOCATION:https://zoom.example/j/1?pwd=a\\,b\\;c',
      'URL:https://zoom.example/j/1?pwd=a,b;c',
      'STATUS:CONFIRMED',
    ]),
  );
});

test('its cancellation is the next version of the same event', () => {
  const off = lines(writeIcalMeeting({ ...meeting, sequence: 1, cancelled: true }));

  expect(off).toEqual(
    expect.arrayContaining(['UID:mtg_1@modme.reglament', 'SEQUENCE:1', 'STATUS:CANCELLED']),
  );
});

test('no line is longer than 75 bytes, and a title puts no line of its own into the file', () => {
  const title = `${'Очень длинное название '.repeat(10)}\r\nATTACH:https://evil.example`;
  const written = lines(writeIcalMeeting({ ...meeting, title }));

  expect(written.filter((line) => new TextEncoder().encode(line).length > 75)).toEqual([]);
  expect(written.filter((line) => line.startsWith('ATTACH'))).toEqual([]);
});
