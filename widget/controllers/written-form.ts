import type { WidgetConfig, WidgetField } from '#shared/wire/widget-config.ts';
import {
  emptyDraft,
  inCategory,
  prefilled,
  takenBack,
  type Draft,
} from '#widget/controllers/draft.ts';
import { createFileShelf, type FileShelf } from '#widget/controllers/file-shelf.ts';
import { isReady } from '#widget/controllers/files.ts';
import type { FormDesk } from '#widget/controllers/form-desk.ts';
import type { Prefill } from '#widget/handle.ts';

/** What stands in the form: by the person's hand, by the host's, or brought back. */
export interface WrittenForm extends FormDesk {
  readonly shelf: FileShelf;
  /** Names of files that a reload took. */
  readonly lostFiles: readonly string[];
  write(draft: Draft): void;
  /** What the host gives now stands in place of what it gave before, where the person has touched neither. */
  prefill(values: Prefill): void;
  choose(categories: WidgetConfig['categories']): void;
}

interface WrittenFormDeps {
  readonly newId: () => string;
  readonly fields: () => readonly WidgetField[];
  /** Whether what stands there is on its way. */
  readonly going: () => boolean;
  /** Told of each change that is to be kept. */
  readonly written: () => void;
  /** Told once something else stands there, by no hand of the person. */
  readonly shown: () => void;
}

export function createWrittenForm(deps: WrittenFormDeps): WrittenForm {
  let draft = emptyDraft;
  let touched = false;
  let offered: Prefill = {};
  let lostFiles: readonly string[] = [];
  const shelf = createFileShelf(deps.newId, () => write(draft), deps.going);
  const stand = (next: Draft) => {
    draft = { ...next, given: offered, fileNames: shelf.files.map(({ name }) => name) };
  };
  const write = (next: Draft) => {
    stand(next);
    touched = true;
    deps.written();
  };

  return {
    shelf,
    get draft() {
      return draft;
    },
    get files() {
      return shelf.files.filter(isReady);
    },
    get coming() {
      return shelf.files.filter((file) => !isReady(file));
    },
    get fields() {
      return deps.fields();
    },
    get touched() {
      return touched;
    },
    get lostFiles() {
      return lostFiles;
    },
    write,
    prefill(values) {
      const own = { ...draft, answers: takenBack(draft.answers, offered) };
      offered = values;
      stand(prefilled(own, values));
      deps.written();
    },
    choose(categories) {
      draft = inCategory(draft, categories);
    },
    show(next, files, lost) {
      const { category } = draft;
      shelf.put(files);
      stand(prefilled({ ...(category && { category }), ...next }, offered));
      touched = false;
      lostFiles = lost;
      deps.shown();
    },
  };
}
