import { describe, expect, test } from "vitest";
import { isSignature, statementOf } from "./rules";

const zoe = { firstName: "Zoé", lastName: "Lévêque-Martin", civility: "mme", bornOn: "17/09/1985", birthPlace: "Toulouse" };

describe("EI-106 the honour statement", () => {
  test("EI-106 it speaks of the person, in her gender, with her own data", () => {
    expect(statementOf({ ...zoe, status: "private_employee", employerName: "Durant SARL" }).opening).toBe(
      "Je soussignée Zoé Lévêque-Martin, née le 17/09/1985 à Toulouse, salariée de Durant SARL, atteste sur l’honneur :",
    );
    expect(statementOf({ ...zoe, civility: "m", status: "none" }).opening).toContain("Je soussigné Zoé");
  });

  test.each(["civil_servant", "contract_agent", "private_employee", "self_employed", "none"])(
    "EI-62 EI-106 a %s declares what the model of the portal says",
    (status) => {
      expect(statementOf({ ...zoe, status }).declared.length).toBe(3);
    },
  );

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
