import type { Entity } from "../../model/index.js";
import type { Report } from "../../tell/index.js";
import { common, idOf, noStamp, type StixObject, stampOf } from "./objects.js";

/** Identity classes of STIX's vocabulary; places and things are no identities. */
const classes: Readonly<Partial<Record<Entity["kind"], string>>> = {
  person: "individual",
  body: "organization",
  state: "organization",
  group: "group",
};

export const outletId = (label: string): string => idOf("identity", `outlet:${label}`);

/** Hearsay itself, every outlet, and whoever speaks or acts; somebody unnamed is a class of people, by description. */
export function identitiesOf(report: Report): readonly StixObject[] {
  const first = report.articles.map(stampOf).sort()[0] ?? noStamp;
  const identity = (name: string) => common("identity", name, first);
  const outlets = [...new Set(report.articles.map(({ label }) => label))];
  return [
    { ...identity("hearsay"), name: "Hearsay", identity_class: "system" },
    ...outlets.map((name) => ({
      ...identity(`outlet:${name}`),
      name,
      identity_class: "organization",
      labels: ["outlet"],
    })),
    ...report.entities.flatMap((entity) => {
      const { id, kind, name, aliases, role, affiliation, anonymous } = entity;
      const ofClass = anonymous ? "class" : classes[kind];
      if (ofClass === undefined || name === "") return [];
      const description = [affiliation, ...aliases].filter((one) => one !== null && one !== name).join("; ");
      return {
        ...identity(`entity:${id}`),
        name,
        identity_class: ofClass,
        ...(kind === "state" && { sectors: ["government"] }),
        ...(role !== null && { roles: [role] }),
        ...(description !== "" && { description }),
      };
    }),
  ];
}
