import { describe, expect, test } from "vitest";
import type { Institution } from "@/lib/settings/institution";
import { type EmailKind, emailOf, emails, isEmailKind } from "./registry";
import { renderEmail, secretNames } from "./render";

const institution: Institution = {
  name: "Institut d’essai",
  shortName: "IDE",
  postalAddress: "1 rue de l’Essai, 75000 Paris",
  dataProtectionAddress: "dpo@essai.example",
  supportPhone: "0 800 000 000",
  supportHours: "du lundi au vendredi",
  supportAddress: "aide@essai.example",
  siteUrl: "https://mon-compte.example",
  logo: null,
};
const kinds = Object.keys(emails).filter(isEmailKind);
const sample = (kind: EmailKind) => renderEmail(kind, emailOf(kind).preview.props, emailOf(kind).preview.secrets, institution);
/** Each link and code as it must be read; a code is printed in two groups. */
const secretsOf = (kind: EmailKind) =>
  Object.entries(emailOf(kind).preview.secrets).map(([name, secret]: [string, string]) => ({
    inClear: name === "code" ? secret.slice(0, 4) : secret,
    link: name === "code" ? "" : `href="${secret}"`,
  }));
/** What a mail program shows of the HTML. */
const shown = (html: string) => html.replace(/<head>[\s\S]*?<\/head>/u, "").replace(/<[^>]*>/gu, " ");

test.each([
  ["ad-invitation", "message"],
  ["application-answered", "reason"],
  ["ad-closed-to-applicant", "reason"],
] as const)("EI-96 AD-05 what a manager wrote in « %s » is quoted, its lines kept", async (kind, name) => {
  const { html, text } = await renderEmail(kind, { ...emailOf(kind).preview.props, [name]: "Une ligne.\nUne autre." }, {}, institution);
  expect(html).toMatch(/<p style="[^"]*border-left[^"]*"[^>]*>.*Une ligne\..*<br\s*\/?>.*Une autre\./u);
  expect(text).toMatch(/Une ligne\.\n\s*Une autre\./u);
});

describe.each(kinds)("TR-02 the mail « %s »", (kind) => {
  test("exists in HTML and in plain text, in French, with its links in clear in both", async () => {
    const { html, text, subject, fromName } = await sample(kind);
    expect(html).toContain('lang="fr"');
    expect(subject).not.toMatch(/[\r\n]|undefined/u);
    expect(fromName).toContain("IDE");
    expect(text).not.toMatch(/<[a-z]|undefined|\[object/u);
    expect(html).not.toContain("undefined");
    for (const { inClear, link } of secretsOf(kind)) {
      expect(shown(html)).toContain(inClear);
      expect(text).toContain(inClear);
      expect(html).toContain(link);
    }
  });

  test("says that it is automatic, and carries the data protection block", async () => {
    const { html, text } = await sample(kind);
    for (const part of [shown(html), text]) {
      expect(part).toMatch(/envoyé\s+automatiquement/u);
      expect(part).toContain("Information CNIL");
      expect(part).toContain(institution.dataProtectionAddress);
    }
  });

  test("is read on a phone: no script, nothing fetched, nothing wider than 320 px", async () => {
    const { html } = await sample(kind);
    expect(html).not.toMatch(/<script|\son[a-z]+=|<iframe|<link\b|<img\b[^>]*src="http:/iu);
    expect(html).toMatch(/max-width:\s*600px/u);
    for (const [, width] of html.matchAll(/[\s;"](?:min-)?width:\s*(\d+)px/gu)) expect(Number(width)).toBeLessThanOrEqual(320);
    for (const [, width] of html.matchAll(/\swidth="(\d+)"/gu)) expect(Number(width)).toBeLessThanOrEqual(320);
  });

  test("shows typed text as text", async () => {
    const hostile = Object.fromEntries(
      Object.entries(emailOf(kind).preview.props).map(([name, value]) => [
        name,
        typeof value === "string" ? `<script>alert(1)</script><a href="https://evil.example">${value}</a>` : value,
      ]),
    );
    const { html } = await renderEmail(kind, hostile, emailOf(kind).preview.secrets, institution);
    expect(html).not.toContain("<script>alert");
    expect(html).not.toContain('<a href="https://evil.example">');
  });
});

test("AD-15 the institution’s logo, when there is one, stands above the name, small enough for a phone", async () => {
  const { props, secrets } = emails["reset-password"].preview;
  const html = async (logo: Institution["logo"]) => (await renderEmail("reset-password", props, secrets, { ...institution, logo })).html;
  expect(await html(null)).not.toContain("<img");
  const wide = await html({ version: "abc", width: 480, height: 40 });
  expect(wide).toContain('src="https://mon-compte.example/api/logo/actuel"');
  expect(wide).toMatch(/<img\b[^>]*alt=""/u);
  expect(wide).toMatch(/<img\b[^>]*height="20"/u);
  expect(wide).toMatch(/<img\b[^>]*width="240"/u);
});

test("TR-02 a name that is no mail is not taken for one", () => {
  expect(isEmailKind("toString")).toBe(false);
  expect(isEmailKind("confirm-registration")).toBe(true);
  expect(secretNames("confirm-registration")).toEqual(["url", "code"]);
});
