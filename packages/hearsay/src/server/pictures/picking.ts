/** Of a record the properties named, in their order. */
export const picking =
  <const K extends string>(names: readonly K[]) =>
  <T extends Readonly<Record<K, unknown>>>(record: T): Pick<T, K> =>
    Object.fromEntries(names.map((name) => [name, record[name]])) as Pick<T, K>;
