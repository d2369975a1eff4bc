import type { Severity } from '#shared/vocabulary.ts';
import type { Decision } from '#shared/wire/decision.ts';
import type { Policy } from '#server/policy/packs.ts';
import { officialChannels } from '#server/policy/pack/official-channels.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

/** How an outage that the vendor's own watch has found is filed. */
export interface OutageFiling {
  readonly category: string;
  readonly severity: Severity;
  /** The answer by which the regulation suggests how heavy it is; empty where it has no such rule. */
  readonly answers: Readonly<Record<string, string>>;
}

/**
 * An outage is critical at once, unless the regulation names what is critical and leaves the word to
 * an agent: then its rule only suggests.
 */
export function outageFiling({ intake }: PolicyPack): OutageFiling {
  const rule = intake.severity;
  const choice = Object.entries(rule?.suggests ?? {}).find(([, one]) => one === 'critical')?.[0];
  const asked = intake.fields.find(({ id }) => id === rule?.field)?.categories;
  const incidents = intake.categories.filter(({ type }) => type === 'incident');
  const category = (incidents.find(({ id }) => asked?.includes(id)) ?? incidents[0])?.id;
  return {
    category: category ?? intake.categories[0]?.id ?? '',
    ...(rule && choice
      ? { severity: 'normal', answers: { [rule.field]: choice } }
      : { severity: 'critical', answers: {} }),
  };
}

/** What is decided on it: the desk's own matter, so nobody is promised anything (A9). */
export function outageDecision({ pack }: Policy): Decision {
  const clause = pack.clocks.critical?.clause ?? pack.clocks.firstResponse.clause;
  return {
    vendor: pack.vendor,
    edition: pack.edition,
    entitlement: { state: 'entitled', clause: pack.entitlement.clause },
    guaranteed: false,
    missing: [],
    scope: { state: 'in', clause },
    route: {
      kind: 'official',
      channel: officialChannels(pack.channels)[0]?.kind ?? 'widget',
      clause,
    },
    firstResponse: {
      clause,
      dueAt: null,
      startsAt: null,
      unstated: 'term_not_stated',
      estimated: false,
      segments: [],
    },
    notices: [],
    rights: [],
  };
}
