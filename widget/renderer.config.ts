import type { Plugin } from 'vite';

const renderer = /\/@zumer\/snapdom\/.*\.m?js$/;

/** What the renderer says of a page would stand on the page's console, and go with a request as the page's own words. */
export const quietRenderer: Plugin = {
  name: 'quiet-renderer',
  transform: {
    filter: { id: renderer },
    handler: (code) => code.replace(/\bconsole\.(?:warn|error)\(/g, 'void('),
  },
};

/** A form's field named "children", as in every booking, hides what stands in the form from whoever asks by that name. */
export const childrenOfForms: Plugin = {
  name: 'children-of-forms',
  transform: {
    filter: { id: renderer },
    handler: (code) =>
      `const childrenOf = (of) => of instanceof HTMLFormElement ? Reflect.get(Element.prototype, 'children', of) : of.children;
      ${code.replace(/([\w$.]+)\.children\b/g, 'childrenOf($1)')}`,
  },
};
