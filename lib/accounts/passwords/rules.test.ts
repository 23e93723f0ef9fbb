import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainHuman } from "@/lib/accounts/testing/mailed-story";
import {
  applicationOfPath,
  applicationsOfRoles,
  brokenRules,
  classesOf,
  isFit,
  type PasswordRuleId,
  passwordRuleIds,
  passwordRules,
  ruleMessages,
  rulesOfApplications,
} from "./rules";
import { changePasswordInput, forgottenInput, resetPasswordInput } from "./schemas";

const nobody = { firstName: "", lastName: "" };
const helene = { firstName: "Hélène", lastName: "Le Goff" };
const holds = (rule: PasswordRuleId, password: string, names = nobody) => passwordRules[rule].test(password, names);

describe("MC-03 each rule, on both sides", () => {
  test.each([
    ["length", "1234567", "12345678"],
    ["length", "🙂🙂🙂🙂🙂🙂🙂", "🙂🙂🙂🙂🙂🙂🙂🙂"],
    ["upper", "motdepasse1", "motdepassE1"],
    ["upper", "motdepasse1", "Émotdepasse"],
    ["upper", "1234!?🙂", "Ω234!?🙂"],
    ["non_letter", "MotDePasse", "MotDePasse1"],
    ["non_letter", "MotDéPâssé", "Mot DePasse"],
    ["non_letter", "MotDePasse", "MotDePasse🙂"],
    ["lower", "MOTDEPASSE1", "MOTDEPASSe1"],
    ["lower", "MOTDEPASSE1", "MOTDEPASSé1"],
    ["digit", "MotDePasse!", "MotDePasse7"],
    ["digit", "MotDePasse½", "MotDePasse٣"],
    ["special", "MotDePasse1", "MotDePasse1_"],
    ["special", "Mot De Passe 1", "MotDePasse1🙂"],
    ["special", "MotDéPâssé1", "MotDePasse1€"],
  ] as const)("%s: « %s » breaks it, « %s » follows it", (rule, breaks, follows) => {
    expect(holds(rule, breaks)).toBe(false);
    expect(holds(rule, follows)).toBe(true);
  });
});

describe("MC-03 neither first nor last name, without regard to case, accents, spaces or hyphens", () => {
  test.each(["Helene-2026", "xxHÉLÈNExx1", "hélène", "He\u0301le\u0300ne1", "LeGoff2026", "le goff 2026", "LE-GOFF!", "l.e.g.o.f.f1"])(
    "« %s » is refused",
    (password) => {
      expect(holds("no_name", password, helene)).toBe(false);
    },
  );
  test.each(["Heleene-2026", "Goff-2026!", "Le-2026-Goof", "Éléphant-2026"])("« %s » is fit", (password) => {
    expect(holds("no_name", password, helene)).toBe(true);
  });
  test("a name not yet known forbids nothing", () => {
    expect(holds("no_name", "Nouveau-2026", nobody)).toBe(true);
  });
  test("a name put anywhere in a password is found", () => {
    const cased = fc.constantFrom("Hélène", "HELENE", "hélene", "LE GOFF", "le-goff", "Legoff");
    fc.assert(
      fc.property(
        fc.string({ maxLength: 20 }),
        cased,
        fc.string({ maxLength: 20 }),
        (before, name, after) => !holds("no_name", `${before}${name}${after}`, helene),
      ),
    );
  });
});

test("MC-03 the union of the rules of the applications where the person has a role", () => {
  const base = ["length", "upper", "non_letter", "no_name"];
  expect(rulesOfApplications([])).toEqual(base);
  expect(rulesOfApplications(["formadist", "communautes", "compte"])).toEqual(base);
  expect(rulesOfApplications(["inscription"])).toEqual([...base, "digit"]);
  expect(rulesOfApplications(["inscription", "intervenants"])).toEqual([...base, "lower", "digit", "special"]);
  expect(applicationsOfRoles([])).toEqual([]);
  expect(applicationsOfRoles(["principal"])).toEqual(["inscription"]);
  expect(applicationsOfRoles(["iel_manager", "member"])).toEqual(["inscription", "gestion"]);
});

test("MC-03 an application asks for a change once: what a password satisfies is remembered, not the password", () => {
  const classes = classesOf("Nouveau2026", helene);
  expect(isFit(classes, rulesOfApplications(["inscription"]))).toBe(true);
  expect(isFit(classes, rulesOfApplications(["intervenants"]))).toBe(false);
  expect(isFit(classesOf("Nouveau-2026", helene), rulesOfApplications(["intervenants"]))).toBe(true);
});

test("MC-03 what is remembered agrees with what is judged, for any password", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 128 }), fc.subarray([...passwordRuleIds]), (password, rules) => {
      expect(isFit(classesOf(password, helene), rules)).toBe(brokenRules(password, helene, rules).length === 0);
      expect(ruleMessages(brokenRules(password, helene, rules)).every((message) => message.startsWith("À respecter"))).toBe(true);
    }),
  );
});

test("MC-03 the application that a return address leads to", () => {
  expect(applicationOfPath("/intervenants")).toBe("intervenants");
  expect(applicationOfPath("/intervenants/cv?page=2")).toBe("intervenants");
  expect(applicationOfPath("/compte/acces/gestion?retour=%2Fgestion")).toBe("gestion");
  for (const path of [undefined, "/", "/compte", "/compte/adresses", "/intervenantsx", "/applications"])
    expect(applicationOfPath(path)).toBeUndefined();
});

const chosen = (password: string, confirmation = password) => ({ current: "x", password, confirmation });

test("MC-03 up to 128 characters are accepted, spaces and emoji included; not one more", () => {
  expect(changePasswordInput.safeParse(chosen(`A1${"x".repeat(126)}`)).success).toBe(true);
  expect(changePasswordInput.safeParse(chosen(`A1${"x".repeat(127)}`)).success).toBe(false);
  expect(changePasswordInput.safeParse(chosen("  Une phrase, des espaces  ")).data?.password).toBe("  Une phrase, des espaces  ");
  expect(changePasswordInput.safeParse(chosen("Été🙂🙂🙂🙂🙂")).success).toBe(true);
});

test("MC-21 the confirmation must be the same, and is refused on its own field", () => {
  const parsed = changePasswordInput.safeParse(chosen("Nouveau-2026", "Nouveau-2027"));
  expect(parsed.error?.issues.map(({ path }) => path)).toEqual([["confirmation"]]);
});

test("MC-03 each broken rule is said on the password", () => {
  const parsed = changePasswordInput.safeParse(chosen("abc"));
  expect(parsed.error?.issues.map(({ path, message }) => [path[0], message.includes("À respecter")])).toEqual([
    ["password", true],
    ["password", true],
    ["password", true],
  ]);
});

const anything = fc.oneof(
  fc.anything(),
  fc.string({ unit: "binary" }),
  fc.constantFrom("\u0000", "\uD800Aa1-----", "a".repeat(1_000_000), "__proto__"),
);

test("MC-20 MC-21 whatever is posted, the schemas accept clean text or refuse in French", () => {
  fc.assert(
    fc.property(anything, anything, anything, (one, two, three) => {
      const human = plainHuman("x");
      for (const parsed of [
        changePasswordInput.safeParse({ current: one, password: two, confirmation: three, retour: one }),
        resetPasswordInput.safeParse({ ...human, token: "a".repeat(43), password: one, confirmation: two, code: three }),
        forgottenInput.safeParse({ ...human, address: one }),
        forgottenInput.safeParse(one),
      ]) {
        if (parsed.success) expect("password" in parsed.data ? parsed.data.password.isWellFormed() : true).toBe(true);
        else
          for (const { message, path } of parsed.error.issues)
            if (path.length > 0 && path[0] !== "retour") expect(message).not.toMatch(/expected|received|invalid input/iu);
      }
    }),
    { numRuns: 300 },
  );
});
