import { peoplePageSize } from "@/lib/accounts/people/vocabulary";

/** What can be done to several people at once; each act is the verb that does it to one. */
export const bulkActs = ["sign_out", "block", "unblock"] as const;

/** All that a page of the list shows can be ticked. */
export const longestSelection = peoplePageSize;

/** What became of one person of the selection. */
export interface BulkOutcome {
  readonly id: string;
  readonly name: string;
  readonly done: boolean;
  /** What was done, or why it was not. */
  readonly message: string;
}

/** The people ticked: repeated boxes of a form, or identifiers joined by dots in a link; each once, however it is written. */
export const joinIds = (ids: readonly string[]): string => ids.join(".");
export const splitIds = (given: string | readonly string[] | undefined): string[] => [
  ...new Set(
    (typeof given === "string" ? [given] : (given ?? [])).flatMap((part) => part.toLowerCase().split(".")).filter((part) => part !== ""),
  ),
];
