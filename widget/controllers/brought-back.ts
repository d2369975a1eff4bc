import { prefilled, takenBack, type Draft } from '#widget/controllers/draft.ts';

/** Answers that do not stand as the page gave them. */
const byHand = ({ answers, given = {} }: Draft) => takenBack(answers, given);

/**
 * What stands in a form once what was kept is there again: the person's words first, then what the page gives
 * now, then what an earlier one gave.
 *
 * @param own what stands there @param touched whether the person has written any of that
 */
export function broughtBack(own: Draft, kept: Draft, touched: boolean): Draft {
  const { category, ...others } = own;
  const start = { ...(touched ? own : others), answers: { ...byHand(kept), ...byHand(own) } };
  const former = kept.category && { category: kept.category };
  const back = [{ ...former }, own.answers, kept.answers].reduce(prefilled, start);
  const rest = touched && own.articles.length > 0 ? own : kept;
  return {
    ...(category && { category }),
    ...back,
    withdrawn: [...new Set([...own.withdrawn, ...kept.withdrawn])],
    articles: rest.articles,
    linkedTo: own.linkedTo ?? kept.linkedTo,
  };
}

/** Whether two drafts say the same. */
export const isSame = (one: Draft, other: Draft): boolean =>
  JSON.stringify(one.answers) === JSON.stringify(other.answers);
