import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { actionLabel, actionLabels } from "./action-labels.data";
import { actorLabel, describeDetails, subjectLabel } from "./describe-line";

test("AD-13 a line tells who acted, in words", () => {
  const id = "00000000-0000-4000-8000-000000000001";
  expect(actorLabel({ actor: { id, name: "Marc Lambert" }, actorKind: "account" })).toBe("Marc Lambert");
  expect(actorLabel({ actor: { id, name: null }, actorKind: "account" })).toBe("Compte supprimé");
  expect(actorLabel({ actor: null, actorKind: "visitor" })).toBe("Anonyme");
  expect(actorLabel({ actor: null, actorKind: "purge-mails" })).toBe("Système (purge-mails)");
});

test("AD-13 its facts are terms and values to read, those without a word shown as they are", () => {
  expect(
    describeDetails({
      role: "manager",
      application: "gestion",
      totp: true,
      scopes: ["first_name", "address"],
      structureId: "01a1fdb4",
      authorityId: null,
      reason: "",
      way: "password",
      unheardOf: { a: 1 },
    }),
  ).toEqual([
    { term: "Rôle", value: "Gestionnaire de structure" },
    { term: "Application", value: "Gestion" },
    { term: "Application d’authentification", value: "oui" },
    { term: "Données autorisées", value: "Prénom, Courriel" },
    { term: "Moyen", value: "mot de passe" },
    { term: "unheardOf", value: '{"a":1}' },
  ]);
  expect(subjectLabel({ subjectType: "setting", subjectId: "support.phone" })).toBe("Paramètre : Téléphone de l’assistance");
  expect(subjectLabel({ subjectType: "setting", subjectId: "gone" })).toBe("Paramètre : gone");
  expect(subjectLabel({ subjectType: "file", subjectId: "1" })).toBeNull();
  expect(actionLabel("unheard.of")).toBe("unheard.of");
  expect(actionLabel("toString")).toBe("toString");
});

test("AD-13 every action that the code writes has a French name", () => {
  const sources = ["lib", "app", "worker"].flatMap((folder) =>
    readdirSync(join(process.cwd(), folder), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/u.test(file) && !file.includes(".test."))
      .map((file) => readFileSync(join(process.cwd(), folder, file), "utf8")),
  );
  const written = new Set(
    sources.flatMap((source) => [...source.matchAll(/\baction: "([a-z]+\.[a-z_]+)"/gu)].map((match) => match[1] ?? "")),
  );
  expect(written.size).toBeGreaterThan(20);
  expect([...written].filter((action) => !Object.hasOwn(actionLabels, action))).toEqual([]);
});
