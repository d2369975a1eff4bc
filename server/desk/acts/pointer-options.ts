import { civilDate } from '#shared/time.ts';
import type { Language } from '#shared/vocabulary.ts';
import type { AnswerChoice } from '#shared/wire/desk-life.ts';
import type { KnownProblemView } from '#shared/wire/known-problems.ts';
import type { Registry } from '#desk/api/registry.ts';
import { inLanguage } from '#desk/sections/versions/in-language.ts';

/** What something points at: what a kind of answer needs, a version to come, any version, a known problem. */
export type Pointer = NonNullable<AnswerChoice['needs']> | 'coming' | 'any_version' | 'problem';

/** One thing that can be pointed at. */
export interface PointerOption {
  /** As it is sent. */
  readonly value: string;
  readonly label: string;
  /** The day of a version to come. */
  readonly on?: string;
}

/** What can be pointed at; empty where the vendor keeps nothing of the kind, so that it is typed. */
export function pointerOptions(
  { releases, problems, articles }: Registry,
  pointer: Pointer,
  locale: Language,
): PointerOption[] {
  const out = releases.filter(({ releasedOn }) => releasedOn !== null);
  const toCome = releases.filter(({ releasedOn }) => releasedOn === null);
  const known = problems.filter(({ state }) => state !== 'withdrawn');
  const named = ({ id, texts }: KnownProblemView) => inLanguage(texts, locale)?.title ?? id;
  switch (pointer) {
    case 'version':
    case 'update':
      return out.map(({ version }) => ({ value: version, label: version }));
    case 'any_version':
      return releases.map(({ version }) => ({ value: version, label: version }));
    case 'coming':
      return toCome.map(({ version, plannedOn }) => ({
        value: version,
        label: plannedOn === null ? version : `${version}, ${civilDate(locale, plannedOn)}`,
        ...(plannedOn === null ? {} : { on: plannedOn }),
      }));
    case 'date':
      return toCome.flatMap(({ version, plannedOn }) =>
        plannedOn === null
          ? []
          : [{ value: plannedOn, label: `${civilDate(locale, plannedOn)}, ${version}` }],
      );
    case 'problem':
      return known.map((problem) => ({ value: problem.id, label: named(problem) }));
    case 'workaround':
      return [
        ...known
          .filter(
            ({ texts, articleId }) =>
              articleId !== null || Object.values(texts).some(({ workaround }) => workaround),
          )
          // the id is what the server looks up, the name is for whoever reads the note
          .map((problem) => ({ value: `${problem.id}: ${named(problem)}`, label: named(problem) })),
        ...articles.map(({ id, title }) => ({ value: `${id}: ${title}`, label: title })),
      ];
    case 'article':
      return articles.map(({ id, title }) => ({ value: id, label: title }));
  }
}
