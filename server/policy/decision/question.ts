import type { Severity } from '#shared/vocabulary.ts';
import type { PolicyRequester } from './entitlement.ts';

/** One request, as the policy sees it. */
export interface Question {
  /** Receipt, epoch milliseconds. */
  readonly receivedAt: number;
  /** `channel` once the official channel of a bridge has it, `widget` before and everywhere else. */
  readonly arrival: 'widget' | 'channel';
  /** A category of the pack. */
  readonly category: string;
  readonly answered: ReadonlySet<string>;
  readonly attachments: number;
  readonly requester: PolicyRequester;
  /** As an agent has said; normal where nobody has. */
  readonly severity?: Severity | undefined;
  /** Where the requester is, by the names of the pack's offices and channels; undefined where nobody knows. */
  readonly region?: string | undefined;
}
