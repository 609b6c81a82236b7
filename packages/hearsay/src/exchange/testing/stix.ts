/** STIX 2.1 (OASIS Standard, 10 June 2021), restated as JSON Schema for the types of object that are written here. */

const uuid = "[0-9a-f]{8}-[0-9a-f]{4}-[45][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";
const ref = { type: "string", pattern: `^[a-z][a-z-]+--${uuid}$` };
const refs = { type: "array", items: ref, minItems: 1, uniqueItems: true };
const strings = { type: "array", items: { type: "string", minLength: 1 }, minItems: 1 };
const millis = { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$" };
const text = { type: "string", minLength: 1 };
const reference = {
  type: "object",
  required: ["source_name"],
  additionalProperties: false,
  anyOf: [{ required: ["external_id"] }, { required: ["description"] }, { required: ["url"] }],
  properties: {
    source_name: text,
    description: { type: "string" },
    url: { type: "string", pattern: "^https?://" },
    external_id: text,
  },
};

/** Section 3.2: what every object has; section 4 and 5: what each type has besides. No other property is allowed. */
const object = (type: string, required: readonly string[], own: object) => ({
  type: "object",
  required: ["type", "spec_version", "id", "created", "modified", ...required],
  additionalProperties: false,
  properties: {
    type: { const: type },
    spec_version: { const: "2.1" },
    id: { type: "string", pattern: `^${type}--${uuid}$` },
    created_by_ref: { type: "string", pattern: `^identity--${uuid}$` },
    created: millis,
    modified: millis,
    labels: strings,
    confidence: { type: "integer", minimum: 0, maximum: 100 },
    external_references: { type: "array", items: reference, minItems: 1 },
    ...own,
  },
});

export const stixSchema = {
  type: "object",
  required: ["type", "id", "objects"],
  additionalProperties: false,
  properties: {
    type: { const: "bundle" },
    id: { type: "string", pattern: `^bundle--${uuid}$` },
    objects: {
      type: "array",
      minItems: 1,
      items: {
        type: "object",
        discriminator: { propertyName: "type" },
        required: ["type"],
        oneOf: [
          object("identity", ["name"], {
            name: text,
            description: text,
            roles: strings,
            identity_class: { enum: ["individual", "group", "system", "organization", "class", "unknown"] },
            sectors: { type: "array", items: { enum: ["government"] }, minItems: 1 },
          }),
          object("report", ["name", "published", "object_refs"], { name: text, published: millis, object_refs: refs }),
          object("note", ["content", "object_refs"], {
            abstract: { type: "string" },
            content: text,
            object_refs: refs,
          }),
          object("relationship", ["relationship_type", "source_ref", "target_ref"], {
            relationship_type: { type: "string", pattern: "^[a-z0-9-]+$" },
            description: text,
            source_ref: ref,
            target_ref: ref,
          }),
        ],
      },
    },
  },
};
