import type { ReactiveControllerHost } from 'lit';
import { controlErrors } from '#desk/elements/control-errors.ts';
import type { FieldErrors } from '#desk/sections/field-errors.ts';
import type { Words } from '#desk/text/words.ts';

/** What is wrong with the controls of a dialog's form, until each is mended. */
export function formErrors(host: ReactiveControllerHost & { readonly words: Words }) {
  let found: FieldErrors = {};
  const set = (next: FieldErrors) => {
    found = next;
    host.requestUpdate();
  };
  return {
    get found() {
      return found;
    },
    clear: () => set({}),
    /** A control was filled in anew. */
    mended(field: string) {
      const { [field]: _mended, ...left } = found;
      set(left);
    },
    /** Whether something is missing or wrong; the keyboard goes there. */
    async toWrong(form: HTMLFormElement): Promise<boolean> {
      set(controlErrors(host.words.locale, form));
      const [first] = Object.keys(found);
      if (first === undefined) return false;
      await host.updateComplete;
      form.querySelector<HTMLElement>(`[name='${first}']`)?.focus();
      return true;
    },
  };
}
