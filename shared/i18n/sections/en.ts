/** The list of sections. English is the source: its keys are the type of the others. */
export const en = {
  'group.knowledge': 'Knowledge',
  'group.versions': 'Versions',
  'group.news': 'News',
  'group.proof': 'Service',
  'group.machines': 'Programs',

  'section.articles': 'Articles',
  'section.messages': 'Search messages',
  'section.releases': 'Releases',
  'section.known-problems': 'Known problems',
  'section.advisories': 'Vulnerabilities',
  'section.announcements': 'Announcements',
  'section.surveys': 'Surveys',
  'section.checks': 'Checks',
  'section.statements': 'Statements of service',
  'section.api-keys': 'API keys',
  'section.webhooks': 'Webhooks',

  'sections.label': 'Sections',
  'sections.choose': 'Section',
  'sections.failed': 'This section could not be loaded',
  'sections.failedMore': 'Nothing is lost. Check the connection and try again.',
  'list.more': 'Show more',
  'list.stale': 'The list could not be refreshed. It may be out of date.',
  'list.failed': 'The list could not be loaded',
  'item.back': 'Back to the list',
} as const;
