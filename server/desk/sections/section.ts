import type { TemplateResult } from 'lit';
import type { DeskSession } from '#shared/wire/desk.ts';
import type { Fetch } from '#desk/api/request.ts';
import type { SectionId } from '#desk/sections/section-ids.ts';
import type { Words } from '#desk/text/words.ts';

/** What a section knows of where it stands. */
export interface SectionScene {
  readonly words: Words;
  readonly fetch: Fetch;
  readonly vendor: DeskSession['vendors'][number];
  readonly agent: DeskSession['agent'];
  /** What of the section is open; undefined shows the list. */
  readonly item: string | undefined;
  /** Time zone of who reads. */
  readonly readerZone: string;
}

/** A section of the desk; its code comes when it is opened first. */
export interface Section {
  /** Registers its elements; called once. */
  readonly define: () => void;
  /** Its list holds items with pages of their own. */
  readonly items: boolean;
  readonly show: (scene: SectionScene) => TemplateResult;
}

/** Where the code of each section lies. */
export const sectionCode: Readonly<Record<SectionId, () => Promise<{ section: Section }>>> = {
  articles: () => import('#desk/sections/articles/section.ts'),
  messages: () => import('#desk/sections/messages/section.ts'),
  releases: () => import('#desk/sections/releases/section.ts'),
  'known-problems': () => import('#desk/sections/known-problems/section.ts'),
  advisories: () => import('#desk/sections/advisories/section.ts'),
  announcements: () => import('#desk/sections/announcements/section.ts'),
  surveys: () => import('#desk/sections/surveys/section.ts'),
  checks: () => import('#desk/sections/checks/section.ts'),
  statements: () => import('#desk/sections/statements/section.ts'),
  'api-keys': () => import('#desk/sections/api-keys/section.ts'),
  webhooks: () => import('#desk/sections/webhooks/section.ts'),
  portals: () => import('#desk/sections/portals/section.ts'),
  'vendor-portal': () => import('#desk/sections/vendor-portal/section.ts'),
};
