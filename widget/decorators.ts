import type { PropertyDeclaration, ReactiveElement } from 'lit';

/**
 * Stands in for `lit/decorators.js` in the build: that one serves two kinds of decorators and weighs
 * half a kilobyte more than the kind that our compiler writes.
 */
export const property =
  (options?: PropertyDeclaration) =>
  (prototype: object, name: PropertyKey): void =>
    (prototype.constructor as typeof ReactiveElement).createProperty(name, options);

/** The same for a property that no attribute sets. */
export const state = () => property({ state: true });

/** An element of the own tree, looked for whenever it is asked for. */
export const query =
  (selector: string) =>
  (prototype: object, name: PropertyKey): void => {
    const get = function (this: ReactiveElement & { readonly renderRoot: ParentNode }) {
      return this.renderRoot.querySelector(selector);
    };
    Object.defineProperty(prototype, name, { get, configurable: true });
  };
