import { html } from 'hono/html';
import type { Duration } from '#shared/wire/decision.ts';
import { listed, type PageWords } from '#server/features/policy-page/page-words.ts';
import { clauseLink, type Html, section } from '#server/features/policy-page/parts.ts';
import { openableAddress } from '#server/features/policy-page/address.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

/** One promise or the open statement that there is none. */
interface PromiseRow {
  readonly clause: string;
  readonly value: Html | string;
  /** The regulation sets or promises nothing here. */
  readonly silent?: boolean;
  readonly notes?: readonly (Html | string)[];
}

/** Who is supported, by when the first reply comes, and what is not promised; each by its clause. */
export function promisesSection(words: PageWords, pack: PolicyPack): Html {
  const rows = [
    entitlementRow(words, pack),
    firstResponseRow(words, pack),
    ...guaranteeRow(words, pack),
    ...silentRows(words, pack),
  ];
  return section(
    words,
    {
      id: 'promises',
      title: words.say('promises.title'),
      clauses: rows.map(({ clause }) => clause),
    },
    html`<ul class="promises">
      ${rows.map((row) => promiseRow(words, pack, row))}
    </ul>`,
  );
}

function promiseRow(words: PageWords, pack: PolicyPack, row: PromiseRow): Html {
  return html`<li>
    ${clauseLink(words, row.clause)}
    <div>
      <p>${pack.clauses[row.clause]?.text[words.locale]}</p>
      ${row.notes?.map((note) => html`<p class="aside">${note}</p>`)}
    </div>
    <p class="value${row.silent ? ' unstated' : ''}">${row.value}</p>
  </li>`;
}

function entitlementRow({ say }: PageWords, { entitlement }: PolicyPack): PromiseRow {
  const { code, href } = entitlement.nextStep;
  return {
    clause: entitlement.clause,
    value: say(`promises.entitlement.${entitlement.kind}`),
    notes: href ? [html`<a href="${openableAddress(href)}">${say(`nextStep.${code}`)}</a>`] : [],
  };
}

function firstResponseRow(words: PageWords, { clocks, stops }: PolicyPack): PromiseRow {
  const { say } = words;
  const clock = clocks.firstResponse;
  if (clock.kind === 'none') {
    return { clause: clock.clause, value: say('promises.noTerm'), silent: true };
  }
  const kinds = listed(
    words.locale,
    stops.counts.map((kind) => say(`response.${kind}`)),
  );
  const counts = say('promises.counts', { kinds });
  const automatic = say(stops.autoAckCounts ? 'promises.autoAck' : 'promises.autoAckNot');
  const counting = html`${counts} ${automatic} ${clauseLink(words, stops.clause)}`;
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

function guaranteeRow(words: PageWords, { guarantee, intake }: PolicyPack): PromiseRow[] {
  if (guarantee.fields.length === 0) return [];
  const labels = intake.fields
    .filter(({ id }) => guarantee.fields.includes(id))
    .map(({ label }) => label[words.locale]);
  return [
    {
      clause: guarantee.clause,
      value: words.say('promises.complete'),
      notes: [words.say('promises.completeFields', { fields: listed(words.locale, labels) })],
    },
  ];
}

function silentRows({ say }: PageWords, { notices }: PolicyPack): PromiseRow[] {
  return notices.map(({ code, clause }) => ({
    clause,
    value: say(code === 'no_resolution_term' ? 'promises.noTerm' : 'promises.notGuaranteed'),
    silent: true,
  }));
}
