import { el } from '#server/demo/pages/kit/el.ts';
import type { Translate } from '#server/demo/pages/kit/text.ts';
import type { Control, ControlGroup } from './control-list.ts';

/** The form of everything that can be tried, as an address has set it. */
export function controlForm(
  label: string,
  groups: readonly ControlGroup[],
  asked: URLSearchParams,
  t: Translate,
): HTMLFormElement {
  const form = el('form', { class: 'controls', 'aria-label': label });
  for (const { title, controls } of groups) {
    form.append(
      el(
        'fieldset',
        {},
        el('legend', {}, t(title)),
        ...controls.map((control) => field(control, asked.get(control.name) ?? '', t)),
      ),
    );
  }
  return form;
}

function field(control: Control, asked: string, t: Translate): HTMLElement {
  const { kind, name } = control;
  if (kind === 'check') {
    const { value } = control;
    const checked = asked.split(' ').includes(value);
    return el(
      'label',
      { class: 'check' },
      el('input', { type: 'checkbox', name, value, checked }),
      t(control.label),
    );
  }
  const input =
    kind === 'text'
      ? el('input', { name, value: asked, autocomplete: 'off' })
      : el(
          'select',
          { name },
          ...control.options.map(([value, label]) =>
            el('option', { value, selected: value === asked }, t(label)),
          ),
        );
  return el('label', { class: 'choice' }, el('span', {}, t(control.label)), input);
}

/** What the form says as an address; several values of one name stand in one, apart by spaces. */
export function addressOf(form: HTMLFormElement): URLSearchParams {
  const said = new FormData(form);
  const query = new URLSearchParams();
  for (const name of new Set(said.keys())) {
    const value = said.getAll(name).join(' ').trim();
    if (value) query.set(name, value);
  }
  return query;
}
