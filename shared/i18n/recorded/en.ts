/** What was recorded of a page before a request, as its sender and the agent read it. */
export const en = {
  'recorded.console': 'Console',
  'recorded.failedRequests': 'Failed requests',
  'recorded.trail': 'Actions',
  'recorded.lines': { one: '{count} line', other: '{count} lines' },
  'recorded.noAnswer': 'no answer',

  'step.press': 'Press “{name}”',
  'step.pressNameless': 'Press ({role})',
  'step.fill': 'Fill in “{name}”',
  'step.fillNameless': 'Fill in a field ({role})',
  'step.go': 'Open the page {name}',
} as const;
