import { shortDay } from "@/lib/core/format";
import type { Answers } from "./vocabulary";

interface Known {
  readonly civility: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly birthName: string | null;
  readonly bornOn: string | null;
  readonly phone: string | null;
}

/** What the account already knows, so that nobody types it twice; France is where most people live. */
export const startingAnswers = ({ civility, firstName, lastName, birthName, bornOn, phone }: Known): Answers => ({
  civility,
  firstName,
  lastName,
  birthName: birthName ?? lastName,
  bornOn: bornOn === null ? "" : shortDay(bornOn),
  personalPhone: phone ?? "",
  country: "FR",
  employerCountry: "FR",
});
