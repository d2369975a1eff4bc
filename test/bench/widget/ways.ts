/** One way to ask for support or to picture a page, and how a person meets it. */
export interface Way {
  readonly name: string;
  /** Its own file names by the files of `test/bench/peers` that they are built of; none for ours. */
  readonly entries: Readonly<Record<string, string>>;
  /** What a host page writes into its markup. */
  readonly tag: string;
  /** The way through shadow trees to what is pressed, none where nothing is; that through them and frames to what can be used then. */
  readonly press: readonly string[];
  readonly usable: readonly string[];
  /** The way to what stands there last, where a form comes in more than one frame. */
  readonly whole?: readonly string[];
  /** What is pressed for a picture of the page, and what shows it; absent where nothing further is fetched. */
  readonly picture?: { readonly press: string; readonly shown: string };
  readonly note: string;
}

const page = '<script type="module" src="page.js"></script>';

/** Three fields in a dialog that stands in the page already: no form takes less. */
const bareDialog = `<button id="bare" style="position:fixed;inset:auto 20px 20px auto">Поддержка</button>
<dialog><input><textarea></textarea><textarea></textarea></dialog>
<script type="module">document.querySelector('#bare').onclick = () => document.querySelector('dialog').showModal();</script>`;

/** Ours first; what the browser itself costs last: a bare dialog, and a page with nothing. */
export const ways: readonly Way[] = [
  {
    name: 'Reglament',
    entries: {},
    tag: '<script async src="/widget.js" data-key="sample" data-locale="ru"></script>',
    press: ['rg-launcher', 'button'],
    usable: ['reglament-widget', 'rg-form', 'textarea'],
    whole: ['reglament-widget', 'rg-form', 'rg-outgoing'],
    picture: { press: 'rg-attachments .add button', shown: 'rg-tile rg-picture' },
    note: 'as it ships; the form asks a stub of its server for the vendor’s configuration',
  },
  {
    name: 'Sentry Feedback',
    entries: { page: 'sentry', modal: 'sentry-modal', screenshot: 'sentry-screenshot' },
    tag: page,
    press: ['#sentry-feedback', 'button'],
    usable: ['#sentry-feedback', 'textarea'],
    note: 'with `init`; form and picture editor fetched with the first press, from beside the page',
  },
  {
    name: 'Gleap',
    entries: { page: 'gleap' },
    tag: page,
    press: ['.bb-feedback-button'],
    usable: ['.gleap-frame-container:not(.gleap-frame-container--hidden) iframe', 'textarea'],
    note: 'its form is a page of its vendor: a stub of one field stands in, and its bytes are not counted',
  },
  {
    name: 'html2canvas',
    entries: { page: 'html2canvas' },
    tag: page,
    press: ['#picture'],
    usable: ['canvas'],
    note: 'a picture alone, without any form: the time is that of a picture',
  },
  {
    name: 'floor',
    entries: {},
    tag: bareDialog,
    press: ['#bare'],
    usable: ['dialog[open] textarea'],
    note: 'three fields in a dialog of the page itself, without code to fetch: what the browser takes for any form',
  },
  { name: 'nothing', entries: {}, tag: '', press: [], usable: [], note: 'the host page alone' },
];

/** The part of an address that is this way's own. */
export const folderOf = ({ name }: Way): string => name.toLowerCase().replace(/\W.*/, '');
