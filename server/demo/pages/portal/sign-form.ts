import { el } from '#server/demo/pages/kit/el.ts';
import { field, picker } from '#server/demo/pages/kit/field.ts';
import type { PageView } from '#server/demo/pages/kit/start-page.ts';
import type { PortalContent } from './portal-content.ts';

/** Key and password for the chosen entry. Nothing is signed; the answer is said on the page. */
export function signForm({ sign }: PortalContent, { t }: PageView, done: (text: string) => void) {
  const chosen = el('p', { class: 'sign-chosen' });
  const form = el(
    'form',
    { class: 'card sign' },
    el('h2', {}, t(sign.title)),
    chosen,
    picker(t(sign.keyLabel), 'key', sign.keys.map(t)),
    field(t(sign.secret), {
      name: 'secret',
      type: 'password',
      autocomplete: 'off',
      value: 'namuna-demo',
    }),
    el('button', { class: 'button primary' }, t(sign.action)),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    done(`${t(sign.done)} ${chosen.textContent}`);
  });
  return {
    element: form,
    choose: (name: string) => {
      chosen.textContent = name;
    },
  };
}
