import { describe, expect, test } from "vitest";
import { honourStatement } from "@/lib/content/texts/honour-statement.data";
import { isSignature, statementOf } from "./rules";

const zoe = { firstName: "Zoé", lastName: "Lévêque-Martin", civility: "mme", bornOn: "17/09/1985", birthPlace: "Toulouse" };
/** What one model of the public text has a person declare, by its number. */
const modelOf = (model: number): readonly string[] =>
  (honourStatement.split("## Modèle ")[model] ?? "").split("\n").flatMap((line) => (line.startsWith("- ") ? [line.slice(2)] : []));

describe("EI-106 the honour statement", () => {
  test("EI-106 it speaks of the person, in her gender, with her own data", () => {
    expect(statementOf({ ...zoe, status: "private_employee", employerName: "Durant SARL" }).opening).toBe(
      "Je soussignée Zoé Lévêque-Martin, née le 17/09/1985 à Toulouse, salariée de Durant SARL, atteste sur l’honneur :",
    );
    expect(statementOf({ ...zoe, civility: "m", status: "none" }).opening).toContain("Je soussigné Zoé");
  });

  test.each([
    ["civil_servant", 1],
    ["contract_agent", 1],
    ["private_employee", 2],
    ["self_employed", 3],
    ["none", 4],
  ])("EI-62 EI-106 a %s declares what model %i of the portal says, word for word", (status, model) => {
    const { declared } = statementOf({ ...zoe, status });
    expect(declared).toEqual(modelOf(model));
    expect(declared).toHaveLength(3);
  });

  test.each([
    ["Zoé Lévêque-Martin", true],
    ["zoe leveque martin", true],
    ["LÉVÊQUE-MARTIN Zoé", true],
    ["Zoé Martin", false],
    ["", false],
    ["Camille Durand", false],
  ])("EI-106 “%s” as a signature: %s", (typed, signs) => {
    expect(isSignature(typed, zoe)).toBe(signs);
  });
});
