import type { Locale } from '#shared/vocabulary.ts';
import type { FormChoices } from '#shared/wire/form-choices.ts';
import type { Deps } from '#server/deps.ts';
import { plansOfContracts } from '#server/features/organisations/organisations.repository.ts';

/** What an agent may choose from in forms of the desk; nothing where no edition is in force. */
export async function formChoices(
  { db, policies, now }: Pick<Deps, 'db' | 'policies' | 'now'>,
  tenantId: string,
  locale: Locale,
): Promise<FormChoices> {
  const pack = policies.inForce(tenantId, now())?.pack;
  if (!pack) return { categories: [], plans: [] };
  const named = pack.plans.map(({ id, name }) => ({ id, name: name[locale] }));
  return {
    categories: pack.intake.categories.map(({ id, label, type, feedback }) => ({
      id,
      label: label[locale],
      proposal: type === 'proposal' || feedback,
    })),
    plans:
      named.length > 0
        ? named
        : (await plansOfContracts(db, tenantId)).map((plan) => ({ id: plan, name: plan })),
  };
}
