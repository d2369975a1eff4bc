import type { PolicyPack } from '#server/policy/pack.ts';

/** Categories whose requests not everybody at a desk may read: those that report a vulnerability. */
export const restrictedCategories = ({
  intake,
  security,
}: Pick<PolicyPack, 'intake' | 'security'>): string[] =>
  security
    ? intake.categories.filter(({ type }) => type === 'vulnerability').map(({ id }) => id)
    : [];
