/** Ends what was begun on a page and leaves it as it was. */
export type Undo = () => void;

/** A call of the host, as it made it; `run` makes it. */
export interface HostCall {
  readonly self: unknown;
  readonly args: readonly unknown[];
  run(): unknown;
}

type Callable = (...args: unknown[]) => unknown;

/**
 * Stands in front of a function of the page. What the host gives and gets stays the same, down to the
 * function's name and text. The undoing puts the very same property back; where somebody has patched
 * over it meanwhile, it passes every call through from then on.
 *
 * @param around makes the call by `run` and gives back what the host gets
 */
export function patchFunction(
  owner: object,
  name: string,
  around: (call: HostCall) => unknown,
): Undo {
  const before = Object.getOwnPropertyDescriptor(owner, name);
  if (typeof before?.value !== 'function') return () => undefined;
  let live = true;
  const patched = new Proxy(before.value as Callable, {
    apply(original, self: unknown, args: unknown[]) {
      const run = () => Reflect.apply(original, self, args) as unknown;
      return live ? around({ self, args, run }) : run();
    },
  });
  if (!Reflect.defineProperty(owner, name, { ...before, value: patched })) return () => undefined;
  return () => {
    live = false;
    if (Object.getOwnPropertyDescriptor(owner, name)?.value === patched)
      Reflect.defineProperty(owner, name, before);
  };
}

/** What goes wrong in our watching never reaches the page. */
export function unseen(watch: () => void): void {
  try {
    watch();
  } catch {
    // a line less is recorded; the host's own work goes on
  }
}

/** Listens to a page and tells how to stop. */
export function listen(
  target: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>,
  names: readonly string[],
  hear: (event: Event) => void,
  options: AddEventListenerOptions = {},
): Undo {
  const heard = (event: Event) => unseen(() => hear(event));
  for (const name of names) target.addEventListener(name, heard, options);
  return () => {
    for (const name of names) target.removeEventListener(name, heard, options);
  };
}
