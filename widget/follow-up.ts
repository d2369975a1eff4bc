import { moreIcons } from '#widget/elements/more-icons.ts';
import { RgAccess } from '#widget/elements/rg-access.ts';
import { RgConsented } from '#widget/elements/rg-consented.ts';
import { RgFile } from '#widget/elements/rg-file.ts';
import { RgIcon } from '#widget/elements/rg-icon.ts';
import { RgInquiry } from '#widget/elements/rg-inquiry.ts';
import { RgKeep } from '#widget/elements/rg-keep.ts';
import { RgList } from '#widget/elements/rg-list.ts';
import { RgOwnActs } from '#widget/elements/rg-own-acts.ts';
import { RgReceipt } from '#widget/elements/rg-receipt.ts';
import { RgReopening } from '#widget/elements/rg-reopening.ts';
import { RgNews } from '#widget/elements/rg-news.ts';
import { RgPicture } from '#widget/elements/rg-picture.ts';
import { RgStatus } from '#widget/elements/rg-status.ts';
import { RgThread } from '#widget/elements/rg-thread.ts';
import { RgTold } from '#widget/elements/rg-told.ts';
import { inLocale } from '#widget/in-locale.ts';
import { registerTags } from '#widget/register-tags.ts';

export { laterScreen } from '#widget/elements/later-screens.ts';
export { createConversation } from '#widget/controllers/conversation.ts';

/** Receipt, list and conversation: a chunk of its own, fetched when the first of them is needed. */
export function defineFollowUp(): void {
  Object.assign(RgIcon.paths, moreIcons);
  registerTags({
    'rg-picture': RgPicture,
    'rg-status': RgStatus,
    'rg-file': RgFile,
    'rg-receipt': RgReceipt,
    'rg-list': RgList,
    'rg-keep': RgKeep,
    'rg-told': RgTold,
    'rg-news': RgNews,
    'rg-own-acts': RgOwnActs,
    'rg-reopening': RgReopening,
    'rg-access': RgAccess,
    'rg-consented': RgConsented,
    'rg-inquiry': RgInquiry,
    'rg-thread': RgThread,
  });
}

/** Fetches the catalog of these screens in one language. */
export const loadFollowUpCatalog = inLocale<object>({
  ru: () => import('#shared/i18n/follow-up/ru.ts'),
  uz: () => import('#shared/i18n/follow-up/uz.ts'),
  'uz-Cyrl': () => import('#shared/i18n/follow-up/uz-cyrl.ts'),
  en: () => import('#shared/i18n/follow-up/en.ts'),
});
