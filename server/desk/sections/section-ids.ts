/** What a vendor keeps beside its tickets, in groups as the list of sections shows them. */
export const sectionGroups = {
  knowledge: ['articles', 'messages'],
  versions: ['releases', 'known-problems', 'advisories'],
  news: ['announcements', 'surveys'],
  proof: ['checks', 'statements'],
  machines: ['api-keys', 'webhooks', 'portals', 'vendor-portal'],
} as const;

export type SectionGroup = keyof typeof sectionGroups;
export type SectionId = (typeof sectionGroups)[SectionGroup][number];

export const sectionIds: readonly SectionId[] = Object.values(sectionGroups).flat();

/** Where the rail leads. */
export const firstSection: SectionId = 'articles';
