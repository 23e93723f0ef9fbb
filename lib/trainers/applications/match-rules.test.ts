import { describe, expect, test } from "vitest";
import { awayDuring, matchInWords, matchSentence, type MatchedAd, type MatchedTrainer } from "./match-rules";

const names = new Map([
  ["44", "Grand Est"],
  ["28", "Normandie"],
]);
const ad: MatchedAd = {
  specialtyCodes: ["A3"],
  subSpecialtyCodes: ["A3A"],
  regionCodes: ["44"],
  countryCode: "FR",
  startsOn: "2027-03-05",
  endsOn: "2027-03-10",
};
const trainer: MatchedTrainer = {
  specialtyCodes: ["A3", "B7"],
  subSpecialtyCodes: ["A3A"],
  regionCodes: ["44", "28"],
  abroad: false,
  away: [],
};
const words = (overAd: Partial<MatchedAd>, overTrainer: Partial<MatchedTrainer> = {}, today = "2026-11-21") =>
  matchSentence(matchInWords({ ...ad, ...overAd }, { ...trainer, ...overTrainer }, names, today));

describe("EI-95 the match of an ad and a trainer, in words", () => {
  test.each<[Partial<MatchedAd>, Partial<MatchedTrainer>, string]>([
    [{}, {}, "spécialité A3A, Grand Est, disponible en mars"],
    [{ subSpecialtyCodes: [] }, {}, "spécialité A3, Grand Est, disponible en mars"],
    [{}, { subSpecialtyCodes: ["A3C"] }, "spécialité A3, Grand Est, disponible en mars"],
    [{ specialtyCodes: ["A3", "B7"] }, {}, "spécialités A3A, B7, Grand Est, disponible en mars"],
    [{ specialtyCodes: ["C1"], subSpecialtyCodes: [] }, {}, "aucune spécialité en commun, Grand Est, disponible en mars"],
    [{ regionCodes: ["28", "44"] }, {}, "spécialité A3A, Grand Est, Normandie, disponible en mars"],
    [{ regionCodes: ["11"] }, {}, "spécialité A3A, hors des régions de l’annonce, disponible en mars"],
    [{ regionCodes: [] }, {}, "spécialité A3A, toutes les régions conviennent, disponible en mars"],
    [{ countryCode: "BE" }, {}, "spécialité A3A, pas disponible à l’étranger, disponible en mars"],
    [{ countryCode: "BE" }, { abroad: true }, "spécialité A3A, disponible à l’étranger, disponible en mars"],
    [{ startsOn: null, endsOn: null }, {}, "spécialité A3A, Grand Est"],
    [{ endsOn: null }, {}, "spécialité A3A, Grand Est, disponible en mars"],
    [{ startsOn: "2027-04-05", endsOn: "2027-06-10" }, {}, "spécialité A3A, Grand Est, disponible d’avril à juin"],
    [{ startsOn: "2026-12-05", endsOn: "2027-01-10" }, {}, "spécialité A3A, Grand Est, disponible de décembre à janvier"],
    [{ startsOn: "2028-03-05", endsOn: "2028-03-10" }, {}, "spécialité A3A, Grand Est, disponible en mars 2028"],
    [{ startsOn: "2027-12-05", endsOn: "2028-01-10" }, {}, "spécialité A3A, Grand Est, disponible de décembre 2027 à janvier 2028"],
    [{}, { away: [{ startsOn: "2027-03-01", endsOn: "2027-03-31" }] }, "spécialité A3A, Grand Est, indisponible en mars"],
    [
      {},
      { away: [{ startsOn: "2027-03-08", endsOn: "2027-03-31" }] },
      "spécialité A3A, Grand Est, indisponible une partie de la période (en mars)",
    ],
  ])("EI-95 %j and %j", (overAd, overTrainer, said) => {
    expect(words(overAd, overTrainer)).toBe(said);
  });

  test("EI-95 what fits and what does not are told apart", () => {
    expect(matchInWords({ ...ad, regionCodes: ["11"] }, trainer, names, "2026-11-21").map(({ fits }) => fits)).toEqual([true, false, true]);
  });

  const period = { startsOn: "2027-03-05", endsOn: "2027-03-10" };
  test.each([
    [[], "none"],
    [[["2027-03-01", "2027-03-04"]], "none"],
    [[["2027-03-11", "2027-03-12"]], "none"],
    [[["2027-03-05", "2027-03-05"]], "part"],
    [[["2027-03-05", "2027-03-10"]], "whole"],
    [
      [
        ["2027-03-08", "2027-03-20"],
        ["2027-02-20", "2027-03-07"],
      ],
      "whole",
    ],
    [
      [
        ["2027-03-01", "2027-03-09"],
        ["2027-03-02", "2027-03-03"],
        ["2027-03-08", "2027-03-10"],
      ],
      "whole",
    ],
    [
      [
        ["2027-03-01", "2027-03-06"],
        ["2027-03-08", "2027-03-31"],
      ],
      "part",
    ],
  ] as const)("EI-95 stays %j leave the person away: %s", (stays, expected) => {
    expect(
      awayDuring(
        period,
        stays.map(([startsOn, endsOn]) => ({ startsOn, endsOn })),
      ),
    ).toBe(expected);
  });
});
