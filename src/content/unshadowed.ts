// Elements of a page can shadow properties of its document or of a form (`<img
// name="querySelector">`, `<input name="getAttribute">`).

/** The same object, whose members are the browser's own whatever the page names its elements. */
export function unshadowed<Target extends object>(target: Target): Target {
  const own: object = Object.getPrototypeOf(target) as object;
  return new Proxy(target, {
    get(_, name) {
      const value: unknown = Reflect.get(own, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

export const page = unshadowed(document);
