import { personRules } from '#shared/scrub/people.ts';
import { secretRules } from '#shared/scrub/secrets.ts';

const rules = [...secretRules, ...personRules];

/**
 * A text without what may be secret or name a person: tokens and passwords, tails of addresses, mail,
 * telephones, cards and numbers of papers. What is taken out leaves a mark of its kind, so that a
 * reader sees that something stood there. Ordinary numbers stay: orders, dates, prices, versions.
 */
export const scrubText = (text: string): string =>
  rules.reduce(
    (rest, { find, mark, proves }) =>
      proves
        ? rest.replace(find, (found) => (proves(found) ? mark : found))
        : rest.replace(find, mark),
    text,
  );
