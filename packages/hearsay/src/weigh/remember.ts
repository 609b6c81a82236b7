/**
 * Pure functions that remember what they made of an object for as long as somebody keeps it: in a process that stays, the
 * records of an article are the same objects from one run to the next; anywhere else nothing is remembered for long.
 */

/** Of a function of one object that never changes. */
export function ofObject<K extends object, T>(make: (key: K) => T): (key: K) => T {
  const known = new WeakMap<K, { readonly made: T }>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before.made;
    const made = make(key);
    known.set(key, { made });
    return made;
  };
}

/** Of a function of a list of objects, not empty, that never change: the last answer for the lists that begin with one object. */
export function ofList<K extends object, T>(make: (list: readonly K[]) => T): (list: readonly K[]) => T {
  const known = new WeakMap<K, { readonly list: readonly K[]; readonly made: T }>();
  return (list) => {
    const before = known.get(list[0]!);
    if (before?.list.length === list.length && list.every((one, i) => one === before.list[i])) return before.made;
    const made = make(list);
    known.set(list[0]!, { list, made });
    return made;
  };
}
