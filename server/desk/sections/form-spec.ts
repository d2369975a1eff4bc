import type { Result } from '#shared/result.ts';

interface FieldBase {
  readonly name: string;
  readonly label: string;
  /** A sentence under the field. */
  readonly hint?: string;
  /** May stay empty. */
  readonly optional?: boolean;
  /** What it means to leave it empty: in place of the usual mark, of a choice as its first option. */
  readonly ifEmpty?: string;
  /** Where the request holds it, if not under its name: so a refusal of the server names it. */
  readonly paths?: readonly string[];
}

interface Option {
  readonly id: string;
  readonly label: string;
}

/** One field of a section's form. Values are strings; several picks are joined by a space. */
export type FieldSpec = FieldBase &
  (
    | {
        readonly kind: 'text' | 'url' | 'email' | 'date' | 'moment';
        readonly longest?: number;
        readonly pattern?: string;
        readonly placeholder?: string;
      }
    | { readonly kind: 'number'; readonly least: number; readonly most: number }
    | { readonly kind: 'area'; readonly rows?: number; readonly longest?: number }
    | { readonly kind: 'pick' | 'picks'; readonly options: readonly Option[] }
    | { readonly kind: 'check' }
  );

export type FormValues = Readonly<Record<string, string>>;

/** What a person reads once after sending, such as a key. */
export interface SaidOnce {
  readonly note: string;
  readonly value: string;
  /** Words of the button that copies it. */
  readonly copy: string;
}

/** A form of a section: what it asks and what comes of it. */
export interface FormSpec {
  readonly title: string;
  readonly note?: string;
  /** What it is about: the name of one of several. */
  readonly subject?: string;
  /** Fields for what has been filled in so far. */
  readonly fields: (values: FormValues) => readonly FieldSpec[];
  readonly values?: FormValues;
  /** Its name at its address, where what is written outlives closing and reloading until it is sent. */
  readonly keep?: string;
  /** What is still to be filled in, said beside the button; empty where nothing is. */
  readonly remains?: (values: FormValues) => string;
  /** The words of the button: a verb with its object. */
  readonly submit: string;
  /** `key` makes a repeated press the same act. */
  readonly send: (values: FormValues, key: string) => Promise<Result<SaidOnce | null>>;
  /** The same form upon what somebody else has stored meanwhile. */
  readonly renew?: () => Promise<Result<FormSpec>>;
}

/** The picks of a field. */
export const picked = (value: string | undefined): string[] =>
  (value ?? '').split(' ').filter(Boolean);
