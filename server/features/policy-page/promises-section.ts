import { html } from 'hono/html';
import type { Duration } from '#shared/wire/decision.ts';
import { listed, type PageWords } from '#server/features/policy-page/page-words.ts';
import { clauseLink, type Html, section } from '#server/features/policy-page/parts.ts';
import { nextStepLink } from '#server/features/policy-page/next-step-link.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

/** One promise or the open statement that there is none. */
interface Promised {
  readonly clause: string;
  readonly value: Html | string;
  /** The regulation sets or promises nothing here. */
  readonly silent?: boolean;
  readonly notes?: readonly (Html | string)[];
}

/** Who is supported, by when the first reply comes, and what is not promised; each by its clause. */
export function promisesSection(words: PageWords, pack: PolicyPack): Html {
  const promised = [
    entitlementRow(words, pack),
    firstResponseRow(words, pack),
    ...guaranteeRow(words, pack),
    ...silentRows(words, pack),
  ];
  const clauses = [...new Set(promised.map(({ clause }) => clause))];
  return section(
    words,
    { id: 'promises', title: words.say('promises.title'), clauses },
    html`<ul class="promises">
      ${clauses.map((clause) => {
        const here = promised.filter((promise) => promise.clause === clause);
        return clauseRow(words, pack, clause, here);
      })}
    </ul>`,
  );
}

/** A clause is said once, with everything it promises. */
function clauseRow(
  words: PageWords,
  { clauses }: PolicyPack,
  clause: string,
  promised: readonly Promised[],
): Html {
  const notes = promised.flatMap((promise) => promise.notes ?? []);
  return html`<li>
    ${clauseLink(words, clause)}
    <div>
      <p>${clauses[clause]?.text[words.locale]}</p>
      ${notes.map((note) => html`<p class="aside">${note}</p>`)}
    </div>
    <div class="value">
      ${promised.map(({ value, silent }) => html`<p class="${silent ? 'unstated' : ''}">${value}</p>`)}
    </div>
  </li>`;
}

function entitlementRow(words: PageWords, { entitlement }: PolicyPack): Promised {
  const step = nextStepLink(words, entitlement.nextStep);
  return {
    clause: entitlement.clause,
    value: words.say(`promises.entitlement.${entitlement.kind}`),
    notes: step ? [step] : [],
  };
}

function firstResponseRow(words: PageWords, { clocks, stops }: PolicyPack): Promised {
  const { say } = words;
  const clock = clocks.firstResponse;
  if (clock.kind === 'none') {
    return { clause: clock.clause, value: say('promises.noFirstTerm'), silent: true };
  }
  const kinds = listed(
    words.locale,
    stops.counts.map((kind) => say(`response.${kind}`)),
  );
  const counts = say('promises.counts', { kinds });
  const automatic = say(stops.autoAckCounts ? 'promises.autoAck' : 'promises.autoAckNot');
  const source = stops.clause === clock.clause ? '' : clauseLink(words, stops.clause);
  const counting = html`${counts} ${automatic} ${source}`;
  const { clause } = clock;
  if (clock.kind === 'fixed') {
    const { target, reading } = clock;
    const inDays = target.unit === 'businessDay' && reading;
    return {
      clause,
      value: targetOf(words, target),
      notes: [...(inDays ? [say(`reading.${reading}`)] : []), counting],
    };
  }
  const value = say(clock.kind === 'contract' ? 'promises.byContract' : 'promises.byLevel');
  return { clause, value, notes: [counting] };
}

/** The length of a promise in words and for programs: `1 businessDay`. */
const targetOf = ({ say }: PageWords, { value, unit }: Duration): Html =>
  html`<data value="${value} ${unit}">${say(`target.${unit}`, { count: value })}</data>`;

/** What has to hold besides; without it support is a courtesy. */
function guaranteeRow(words: PageWords, { guarantee, intake, notices }: PolicyPack): Promised[] {
  const { locale, say } = words;
  const conditional = notices.some(({ code }) => code === 'not_guaranteed');
  if (guarantee.fields.length === 0 && !conditional) return [];
  const labels = intake.fields
    .filter(({ id }) => guarantee.fields.includes(id))
    .map(({ label }) => label[locale]);
  return [
    {
      clause: guarantee.clause,
      value: say('promises.conditions'),
      notes: labels.length > 0 ? [say('promises.fields', { fields: labels.join('; ') })] : [],
    },
  ];
}

const silences = {
  no_resolution_term: 'promises.noResolutionTerm',
  outside_hours_not_guaranteed: 'promises.notGuaranteed',
} as const;

function silentRows({ say }: PageWords, { notices }: PolicyPack): Promised[] {
  return notices.flatMap(({ code, clause }) =>
    code === 'not_guaranteed' ? [] : [{ clause, value: say(silences[code]), silent: true }],
  );
}
