/** What holds for the document of every page inside a portal. */
export const baseStyles = new CSSStyleSheet();
baseStyles.replaceSync(':root { color-scheme: light dark } body { margin: 0 }');
