import { sql } from "drizzle-orm";
import { documentVersions } from "@/db/schema/content";
import { applicationOf } from "@/lib/accounts/applications/applications.data";
import { findTerms } from "@/lib/accounts/consents/terms/terms.data";
import type { TermsText } from "@/lib/accounts/consents/terms/terms-text";
import { readNotation } from "@/lib/content/notation/rules";
import { cleanRichText } from "@/lib/content/rich-text/rules";
import type { RichText } from "@/lib/content/rich-text/vocabulary";
import { firstDay, firstTexts } from "@/lib/content/texts/texts.data";
import { documentKeys, type DocumentKey } from "@/lib/content/vocabulary";
import type { Ctx } from "@/lib/core/ctx";
import { withTx } from "@/lib/core/tx";

interface Text {
  readonly title: string;
  readonly body: RichText;
  readonly inForceOn: string;
}

/**
 * The first version of each document of the portal, in production too: nobody can sign up without having read them
 * (AD-07). The terms to accept come with the application: each of their versions is added as it appears. Safe to run
 * again; true when something was added.
 */
export function seedDocuments(ctx: Ctx): Promise<boolean> {
  return withTx(ctx, async (tx) => {
    // Two servers that start together: the second one waits, then finds them.
    await tx.db.execute(sql`lock table ${documentVersions} in share row exclusive mode`);
    const { document, inForceOn, number } = documentVersions;
    const known = await tx.db.select({ document, inForceOn, number }).from(documentVersions);
    const missing = documentKeys.flatMap((key) => {
      const mine = known.filter((one) => one.document === key);
      const text = textOf(key);
      if (key === "intervenants_terms" ? mine.some((one) => one.inForceOn === text.inForceOn) : mine.length > 0) return [];
      const changes = mine.length === 0 ? "" : "Version présentée à la prochaine entrée dans l’application.";
      const next = Math.max(0, ...mine.map((one) => one.number)) + 1;
      return [{ ...text, document: key, number: next, changes, publishedAt: tx.now, createdAt: tx.now, changedAt: tx.now }];
    });
    if (missing.length > 0) await tx.db.insert(documentVersions).values(missing);
    return missing.length > 0;
  });
}

function textOf(key: DocumentKey): Text {
  if (key !== "intervenants_terms") {
    const { title, text } = firstTexts[key];
    return { title, body: readNotation(text), inForceOn: firstDay };
  }
  const { terms } = applicationOf("intervenants");
  const text = terms === null ? null : findTerms(terms.document, terms.version);
  if (terms === null || text === null) throw new Error("no terms for the trainers' application");
  return { title: terms.title, body: bodyOf(text), inForceOn: text.inForceOn };
}

function bodyOf({ sections }: TermsText): RichText {
  const said = (text: string) => ({ type: "paragraph", content: [{ type: "text", text }] });
  const content = sections.flatMap(({ title, paragraphs = [], items = [] }) => [
    { type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: title }] },
    ...paragraphs.map(said),
    { type: "bulletList", content: items.map((text) => ({ type: "listItem", content: [said(text)] })) },
  ]);
  const body = cleanRichText({ type: "doc", content });
  if (body === null) throw new Error("terms that cannot be kept");
  return body;
}
