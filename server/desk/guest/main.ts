import { DeskState } from '#desk/elements/desk-state.ts';
import { GuestPage } from '#desk/guest/guest-page.ts';

customElements.define('desk-state', DeskState);
customElements.define('guest-page', GuestPage);
