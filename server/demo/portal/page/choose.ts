import type { Choice } from './frame-protocol.ts';

/** What a dialog of the portal offers, by the server. */
interface Offered {
  readonly id: string;
  readonly name: string;
  readonly kind: Choice;
}

/** A dialog that lets a person choose; its answer is shaped as the portal's own dialogs shape theirs. */
export async function choose(
  what: Choice,
  params: Readonly<Record<string, unknown>>,
  offered: readonly Offered[],
  words: { readonly choose: string; readonly cancel: string },
): Promise<unknown> {
  const many = params['mult'] === true || params['multiple'] === true || what !== 'selectUser';
  const picked = await ask(
    offered.filter(({ kind }) => kind === what),
    many,
    words,
  );
  const found = picked.map(({ id, name }) => ({ id, name }));
  if (what === 'selectUser') return many ? found : found[0];
  if (what === 'selectAccess') return found;
  return { deal: found.map((deal) => ({ ...deal, type: 'deal', title: deal.name })) };
}

function ask(
  offered: readonly Offered[],
  many: boolean,
  words: { readonly choose: string; readonly cancel: string },
): Promise<readonly Offered[]> {
  const dialog = document.createElement('dialog');
  dialog.className = 'chooser';
  const form = document.createElement('form');
  form.method = 'dialog';
  for (const [index, { id, name }] of offered.entries()) {
    const label = document.createElement('label');
    const input = document.createElement('input');
    input.type = many ? 'checkbox' : 'radio';
    input.name = 'one';
    input.value = id;
    input.checked = index === 0 && !many;
    label.append(input, name);
    form.append(label);
  }
  for (const [value, text] of [
    ['choose', words.choose],
    ['cancel', words.cancel],
  ] as const) {
    const button = document.createElement('button');
    button.value = value;
    button.textContent = text;
    form.append(button);
  }
  dialog.append(form);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      const ids = new FormData(form).getAll('one');
      dialog.remove();
      resolve(dialog.returnValue === 'choose' ? offered.filter(({ id }) => ids.includes(id)) : []);
    });
  });
}
