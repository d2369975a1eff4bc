import { languageOf, type Locale } from '#shared/vocabulary.ts';
import type { Database } from '#server/db/connect.ts';
import { problemsFixedIn } from '#server/features/known-problems/known-problems.repository.ts';
import { releasedVersions } from '#server/features/releases/releases.repository.ts';
import { outdatedVersion, type Outdated } from '#server/policy/decision/outdated-version.ts';

/** What a request says of the product it was sent from. */
export interface SentFrom {
  readonly context?:
    | { readonly appVersion?: string | undefined; readonly extra?: object | undefined }
    | null
    | undefined;
  readonly answers?: Readonly<Record<string, unknown>> | null | undefined;
}

/** The version that a request names: its page knows better than its author. */
const installedVersion = ({ context, answers }: SentFrom): string | undefined => {
  const told = answers?.['version'];
  return context?.appVersion ?? (typeof told === 'string' ? told : undefined);
};

/**
 * How far the version that a request came from lies behind, with what newer ones mend in the reader's
 * language. A product is named by the page (`extra.product`), or is the vendor's only one.
 *
 * @returns null where it is not behind, or nobody can say
 */
export async function findOutdated(
  db: Database,
  tenantId: string,
  request: SentFrom,
  locale: Locale,
): Promise<Outdated | null> {
  const installed = installedVersion(request);
  if (installed === undefined) return null;
  const out = await releasedVersions(db, tenantId);
  const products = new Set(out.map(({ product }) => product));
  const extra: Readonly<Record<string, unknown>> = { ...request.context?.extra };
  const product = extra['product'] ?? (products.size === 1 ? [...products][0] : undefined);
  const versions = out.filter((row) => row.product === product);
  const ended = await problemsFixedIn(db, tenantId, versions);
  return outdatedVersion(
    versions.map(({ version, texts }) => ({
      version,
      fixes: [
        ...(texts[languageOf(locale)] ?? Object.values(texts)[0] ?? { fixes: [] }).fixes,
        ...ended
          .filter((problem) => problem.product === product && problem.fixedIn === version)
          .flatMap((problem) => {
            const words = problem.texts[languageOf(locale)] ?? Object.values(problem.texts)[0];
            return words ? [words.title] : [];
          }),
      ],
    })),
    installed,
  );
}
