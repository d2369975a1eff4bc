/** Words of calendars that other programs subscribe to. English is the source. */
export const en = {
  'closed.name': 'Support of {vendor} is closed',
  'kind.holiday': 'Public holiday',
  'kind.transferred': 'Moved day off',
  'kind.additional': 'Additional day off',
  'kind.working-weekend': 'Worked weekend day',
  'kind.shortened': 'Shorter working day',
} as const;
