import { expect, test } from "vitest";
import { hintsOf, sepaOf } from "./rules";

const person = { civility: "mme", bornOn: "1958-11-23" };
const today = "2026-11-21";

test.each([
  ["EI-61 a number that fits says nothing", "social_security", { nir: "2 58 11 75 119 015" }, 0],
  ["EI-61 a man's number for a woman", "social_security", { nir: "1 58 11 75 119 015" }, 1],
  ["EI-61 another year and another month", "social_security", { nir: "2 59 10 75 119 015" }, 2],
  ["EI-61 what is no number is the form's to refuse", "social_security", { nir: "2 58" }, 0],
  ["EI-63 an account outside the SEPA zone", "bank", { iban: "TN59 1000 6035 1835 9847 8831" }, 1],
  ["EI-63 an account in France", "bank", { iban: "FR76 3000 6000 0112 3456 7890 189" }, 0],
  ["EI-62 a contract that has ended", "contract", { contractUntil: "20/11/2026" }, 1],
  ["EI-66 a contract that ends today still counts", "contract", { contractUntil: "21/11/2026" }, 0],
  ["EI-60 a document that is over", "identity", { identityUntil: "01/03/2024" }, 1],
  ["EI-62 a statement dated tomorrow", "honour", { honourDate: "22/11/2026" }, 1],
  ["EI-60 nothing to hint at in an address", "address", { street: "16 avenue Mozart" }, 0],
] as const)("%s", (_story, block, answers, count) => {
  expect(hintsOf(block, answers, person, today)).toHaveLength(count);
});

test("EI-63 the SEPA zone is told once the IBAN is whole", () => {
  expect(["", "FR76 3000", "FR76 3000 6000 0112 3456 7890 189", "TN59 1000 6035 1835 9847 8831"].map(sepaOf)).toEqual([
    null,
    null,
    true,
    false,
  ]);
});
