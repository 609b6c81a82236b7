import { Ajv, type AnySchema } from "ajv";

const shared = { allErrors: false, useDefaults: false, removeAdditional: false, strict: false } as const;
/** What stands in an address is text: "100" may be a number, and one value a list of one. */
const forText = new Ajv({ ...shared, coerceTypes: "array" });
/** What comes as JSON has its types already. */
const forJson = new Ajv({ ...shared, coerceTypes: false });

/** Validates requests by the schemas of the contract. */
export const compilerFor = ({ schema, httpPart }: { readonly schema: unknown; readonly httpPart?: string }) =>
  (httpPart === "body" ? forJson : forText).compile(schema as AnySchema);
