/** Countries by ISO 3166 codes, made at build time from the package `world-countries`. */
declare module "virtual:countries" {
  /** Alpha-3, numeric code, names, latitude, longitude. */
  const countries: readonly (readonly [string, string, readonly string[], number, number])[];
  export default countries;
}
