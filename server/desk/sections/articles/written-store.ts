import { keptStore } from '#desk/kept.ts';
import type { WrittenArticle } from '#desk/sections/articles/written-article.ts';

/** Articles that somebody writes in this tab and has not stored, by desk and address. */
export const writtenStore = keptStore<WrittenArticle>(sessionStorage, 'reglament.article.');
