import type { Draft } from '#widget/controllers/draft.ts';
import type { Order } from '#widget/controllers/order.ts';
import { askedFields } from '#widget/form/validate.ts';
import type { Ui } from '#widget/words.ts';
import type { SayWriting } from '#widget/writing-words.ts';

/** One thing that goes with the request. */
export interface LookRow {
  /** Its place in what is sent: `answers.did`. */
  readonly id: string;
  readonly name: string;
  readonly lines: readonly string[];
  /** What becomes of the draft without it; undefined where it has to go. */
  readonly without?: Partial<Draft>;
  /** The clause by which it has to go. */
  readonly clause?: string | undefined;
  /** Why it has to go, where no clause says so. */
  readonly why?: string;
}

const hiddenValue = '••••••';

function answerRows({ config }: Ui, draft: Draft, ticket: Order['ticket']): LookRow[] {
  return askedFields(config.fields, ticket.category).flatMap((field): LookRow[] => {
    const { id, kind, label: name, requirement, clause, choices } = field;
    const value = ticket.answers[id];
    if (value === undefined) return [];
    const chosen = choices?.find((choice) => choice.id === value)?.label;
    const said =
      typeof value === 'string' ? [chosen ?? value] : value.map((line, at) => `${at + 1}. ${line}`);
    const row = { id: `answers.${id}`, name, lines: kind === 'secret' ? [hiddenValue] : said };
    const { [id]: _taken, ...answers } = draft.answers;
    return [requirement === 'required' ? { ...row, clause } : { ...row, without: { answers } }];
  });
}

function articleRows(
  { config }: Ui,
  say: SayWriting,
  draft: Draft,
  { articles = [] }: Order['ticket'],
): LookRow[] {
  if (articles.length === 0) return [];
  const titleOf = (id: string) => draft.articles.find((one) => one.id === id)?.title ?? id;
  const lines = articles.map(({ id, use }) => `${say(`look.use.${use}`)}: ${titleOf(id)}`);
  const row = { id: 'articles', name: say('articles.label'), lines };
  const { reading } = config;
  return [
    reading && reading.mode !== 'suggest'
      ? { ...row, clause: reading.clause }
      : { ...row, without: { articles: [] } },
  ];
}

function consentRows({ config: { consent } }: Ui, say: SayWriting, draft: Draft): LookRow[] {
  if (!consent || draft.consent !== consent.version) return [];
  const lines = [`${consent.document} (${consent.version})`];
  return [{ id: 'consent', name: say('look.consent'), lines, clause: consent.clause }];
}

function linkedRows(say: SayWriting, { linkedTo }: Draft): LookRow[] {
  return linkedTo
    ? [
        {
          id: 'linkedTo',
          name: say('look.linkedTo'),
          lines: [linkedTo.number],
          without: { linkedTo: undefined },
        },
      ]
    : [];
}

/** Everything that goes with a request besides files and what the browser tells, in the order of the form. */
export function lookRows(
  ui: Ui,
  say: SayWriting,
  draft: Draft,
  ticket: Order['ticket'],
): readonly LookRow[] {
  const { config, words } = ui;
  const category = config.categories.find(({ id }) => id === ticket.category);
  const known = config.fields.map(({ value }) => value);
  const said = [config.requester?.name, config.requester?.email, ...known];
  // a form that asks for name and mail knows both twice
  const person = [...new Set(said.filter((part) => part !== undefined))];
  const language = new Intl.DisplayNames([ticket.locale], { type: 'language' });
  return [
    {
      id: 'category',
      name: words.t('form.category'),
      lines: [category?.label ?? ticket.category],
      clause: category?.clause,
    },
    ...answerRows(ui, draft, ticket),
    ...articleRows(ui, say, draft, ticket),
    ...linkedRows(say, draft),
    ...consentRows(ui, say, draft),
    {
      id: 'person',
      name: words.t('contact.you'),
      lines: person.length > 0 ? person : [say('look.device')],
      why: say(person.length > 0 ? 'look.signed' : 'look.answer'),
    },
    {
      id: 'locale',
      name: say('look.locale'),
      lines: [language.of(ticket.locale) ?? ticket.locale],
      why: say('look.answer'),
    },
  ];
}
