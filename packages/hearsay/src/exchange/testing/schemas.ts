/**
 * What the formats' specifications ask of what is written here, as JSON Schema: restated from the text of the
 * recommendations for the parts that are used, stricter than they are where they leave things open.
 */

const iri = { type: "string", pattern: "^(?:https?://|urn:)\\S+$" };
const selectors = {
  type: "array",
  prefixItems: [
    {
      type: "object",
      required: ["type", "exact", "prefix", "suffix"],
      properties: { type: { const: "TextQuoteSelector" }, exact: { type: "string", minLength: 1 } },
    },
    {
      type: "object",
      required: ["type", "start", "end"],
      properties: {
        type: { const: "TextPositionSelector" },
        start: { type: "integer", minimum: 0 },
        end: { type: "integer", minimum: 1 },
      },
    },
  ],
  minItems: 2,
  maxItems: 2,
};
const specificResource = {
  type: "object",
  required: ["type", "source", "selector"],
  properties: {
    type: { const: "SpecificResource" },
    scope: iri,
    source: iri,
    selector: selectors,
  },
};
const body = {
  oneOf: [
    {
      type: "object",
      required: ["type", "value", "purpose"],
      properties: {
        type: { const: "TextualBody" },
        value: { type: "string" },
        purpose: { enum: ["tagging", "describing"] },
      },
    },
    { ...specificResource, required: [...specificResource.required, "purpose"] },
  ],
};

/** Web Annotation Data Model (W3C Recommendation, 23 February 2017), sections 3 to 5. */
export const annotationSchema = {
  type: "object",
  required: ["@context", "id", "type", "label", "total", "first"],
  properties: {
    "@context": { const: "http://www.w3.org/ns/anno.jsonld" },
    id: iri,
    type: { const: "AnnotationCollection" },
    total: { type: "integer", minimum: 0 },
    first: {
      type: "object",
      required: ["id", "type", "partOf", "startIndex", "items"],
      properties: {
        id: iri,
        type: { const: "AnnotationPage" },
        items: {
          type: "array",
          items: {
            type: "object",
            required: ["id", "type", "motivation", "body", "target"],
            additionalProperties: false,
            properties: {
              id: iri,
              type: { const: "Annotation" },
              motivation: { enum: ["describing", "linking"] },
              body: { type: "array", items: body, minItems: 1 },
              target: { anyOf: [specificResource, { type: "array", items: specificResource, minItems: 2 }] },
            },
          },
        },
      },
    },
  },
};
