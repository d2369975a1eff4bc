/**
 * Styles of the launcher, without Lit. Colours equal those of `tokens.styles.ts`; a test compares them. The mark, a
 * speech bubble whose rule ends in a tick, is a shape of the style: elements of SVG cost every page a millisecond.
 * That a press is waited for shows once it takes longer: what is drawn before would keep the panel waiting.
 */
export const launcherStyles = `
  :host {
    all: initial !important;
    direction: ltr !important;
    position: fixed !important;
    inset: auto calc(var(--rg-offset-x, 20px) + env(safe-area-inset-right)) calc(var(--rg-offset-y, 20px) + env(safe-area-inset-bottom)) auto !important;
    z-index: 2147483000 !important;
    --a: var(--rg-accent, #0B5B64);
    --o: var(--rg-on-accent, #FFFFFF);
  }
  :host([position='left']) { right: auto !important; left: calc(var(--rg-offset-x, 20px) + env(safe-area-inset-left)) !important; }
  :host([theme='dark']) { --a: var(--rg-accent, #79CBCB); --o: var(--rg-on-accent, #06272A); }
  @media (prefers-color-scheme: dark) {
    :host([theme='auto']) { --a: var(--rg-accent, #79CBCB); --o: var(--rg-on-accent, #06272A); }
  }
  button {
    display: flex;
    align-items: center;
    gap: 10px;
    height: 44px;
    padding: 0 15px 0 13px;
    border: 1px solid transparent;
    border-radius: 22px;
    background: var(--a);
    color: var(--o);
    font: 600 15px/20px var(--rg-font, system-ui, sans-serif);
    cursor: pointer;
    box-shadow: 0 8px 20px -6px #0a323780;
    touch-action: manipulation;
  }
  button:focus-visible { outline: 2px solid var(--a); outline-offset: 2px; }
  [aria-busy='true'] { opacity: 0.7; transition: 0s 0.2s; }
  button::before {
    content: '';
    width: 20px;
    height: 20px;
    flex: none;
    background: currentColor;
    clip-path: path('M3 3.6l-.9.9v10l.9.9h2V18h1.6l3.2-2.6H17l.9-.9v-10l-.9-.9zM3.9 5.4h12.2v8.2h-7l-2.2 2v-2h-3zM6 10.4h2l2 2.3 4.2-4.6-1.2-1.2-3 3.1-1-1.4H6z');
  }
  @media (max-width: 479px) { button { width: 44px; padding: 0 11px; font-size: 0 !important; } }
  @media (forced-colors: active) { button::before { background: ButtonText; } }
  @media print { button { display: none; } }
`;

/** Styles of the mark of unread answers, which few pages ever show. */
export const badgeStyles = `
  i {
    position: absolute;
    top: -6px;
    right: -4px;
    min-width: 8px;
    padding: 0 5px;
    border-radius: 9px;
    background: #A3291B;
    color: #FFFFFF;
    font: 600 12px/18px system-ui, sans-serif;
    text-align: center;
    box-shadow: 0 0 0 2px;
  }
  :host([theme='dark']) i { background: #FF9E8E; color: #191D1C; }
  @media (prefers-color-scheme: dark) { :host([theme='auto']) i { background: #FF9E8E; color: #191D1C; } }
`;
