import type { BlockSpec } from "../profile/field-spec";
import { identificationBlocks, parcoursBlocks } from "../profile/fields.data";
import { lineTableOf } from "../profile/lines.data";
import type { LineKind } from "../profile/vocabulary";

/** One part of a profile as it is read and remarked on: a block of answers, a table of lines, or both under one title. */
export interface ProfilePart {
  readonly id: string;
  readonly title: string;
  readonly block: BlockSpec | null;
  readonly table: LineKind | null;
}

const ofBlock = (block: BlockSpec): ProfilePart => ({
  id: block.id,
  title: block.title,
  block,
  // What was taught belongs to the experience that the block asks about: one remark for both.
  table: block.id === "experience" ? "experience" : null,
});
const ofTable = (table: LineKind): ProfilePart => ({ id: table, title: lineTableOf(table).title, block: null, table });
const parcours = (id: string) => parcoursBlocks.filter((block) => block.id === id).map(ofBlock);

/** Everything that a manager reads, in the order of the wizard; alerts are the trainer's own business. */
export const profileParts: readonly ProfilePart[] = [
  ...identificationBlocks.map(ofBlock),
  ofTable("specialty"),
  ...parcours("wishes"),
  ...parcours("experience"),
  ...(["practice", "work", "training", "education", "language"] as const).map(ofTable),
  ...parcours("networks"),
];

/** Key of a remark on the whole. */
export const wholeProfile = "";
export const partTitle = (id: string): string => profileParts.find((part) => part.id === id)?.title ?? "L’ensemble du dossier";
