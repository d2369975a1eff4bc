import { fold } from './fold.ts';

const words = `
  ли же и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только ее мне было вот от
  меня еще нет о из ему теперь когда даже ну ли если или ни быть был до вас уж вам ведь там потом себя может
  они тут где есть надо ней для мы тебя их чем была сам чтоб без будто чего раз тоже себе под будет тогда кто
  этот того потому этого какой почему можно могу нужно мой моя мои при об это эта эти чтобы
  va ham bilan uchun bu shu u men siz biz ular qanday nega nima qayerda qachon kim yoki lekin agar kerak emas
  mumkin edi bor yoq qilib keyin faqat juda hech har mening sizning
  the a an of to in on is are how do does what why can my i it for with and or not`;

/** Folded words that say nothing of what somebody looks for. */
export const stopWords: ReadonlySet<string> = new Set(words.trim().split(/\s+/).map(fold));
