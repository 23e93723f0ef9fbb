import { absent } from "@/lib/core/refusal";
import { listOfSlug, type ReferenceList } from "@/lib/references/manage/vocabulary";

/** The list that an address names. */
export function readList(slug: string | undefined): ReferenceList {
  const list = listOfSlug(slug ?? "");
  if (list === null) throw absent();
  return list;
}
