import { ReferencePage } from '#desk/reference/reference-page.ts';

customElements.define('reference-page', ReferencePage);
