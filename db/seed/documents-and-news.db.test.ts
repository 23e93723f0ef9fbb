import { expect, test } from "vitest";
import { documentVersions, newsItems } from "@/db/schema/content";
import { inRolledBackTx, onCommittedCopy, testCtx } from "@/db/testing/rollback";
import { faultsOnScreen } from "@/lib/core/testing/typography";
import { documentFacts } from "@/lib/content/documents/documents.data";
import { readDocument } from "@/lib/content/documents/read-document";
import { readNotation } from "@/lib/content/notation/rules";
import { readNews } from "@/lib/content/news/read-news";
import type { Block, Inline, RichText } from "@/lib/content/rich-text/vocabulary";
import { documentKeys } from "@/lib/content/vocabulary";
import { seedDemonstrationNews } from "./demonstration-news";
import { seedDocuments } from "./reference-documents";

const lineOf = (parts: readonly Inline[] = []) => parts.map((part) => (part.type === "text" ? part.text : "\n")).join("");
const linesOf = ({ content }: Pick<RichText, "content">): string[] => content.flatMap((block) => linesOfBlock(block));
const linesOfBlock = (block: Block): string[] =>
  block.type === "paragraph" || block.type === "heading"
    ? [lineOf(block.content)]
    : block.content.flatMap(({ content: [line, ...lists] }) => [lineOf(line.content), ...lists.flatMap(linesOfBlock)]);

test("EI-03 AD-07 a new platform has every document, in a version in force and long enough to be one; a second start adds nothing", () =>
  inRolledBackTx(async (tx) => {
    expect(await seedDocuments(tx)).toBe(true);
    expect(await seedDocuments(tx)).toBe(false);
    for (const key of documentKeys) {
      const { shown } = await readDocument(tx, key);
      const lines = linesOf(shown.body);
      expect([key, shown.number, shown.standing]).toEqual([key, 1, "in_force"]);
      expect(lines.join(" ").length, key).toBeGreaterThan(1500);
      expect([shown.title, documentFacts(key).label, ...lines].flatMap(faultsOnScreen), key).toEqual([]);
    }
  }));

test("AD-07 terms older than those of the application are followed by them; what the administration wrote is left alone", () =>
  inRolledBackTx(async (tx) => {
    const before = { title: "Avant", body: readNotation("Avant."), number: 1, inForceOn: "2025-01-01", publishedAt: tx.now };
    await tx.db.insert(documentVersions).values([
      { ...before, document: "intervenants_terms" },
      { ...before, document: "charter" },
    ]);
    await seedDocuments(tx);
    expect((await readDocument(tx, "intervenants_terms")).versions.map(({ number, standing }) => [number, standing])).toEqual([
      [2, "in_force"],
      [1, "replaced"],
    ]);
    expect((await readDocument(tx, "charter")).versions.map(({ title }) => title)).toEqual(["Avant"]);
  }));

test("EI-02 the demonstration has news to read, one to come and one being written; a second start adds nothing", () =>
  inRolledBackTx(async (tx) => {
    expect(await seedDemonstrationNews(tx)).toBe(true);
    expect(await seedDemonstrationNews(tx)).toBe(false);
    const { articles } = await readNews(tx, { from: null });
    expect(articles.length).toBeGreaterThanOrEqual(5);
    expect(await tx.db.$count(newsItems)).toBe(articles.length + 2);
    for (const { title, summary, body } of articles) expect([title, summary, ...linesOf(body)].flatMap(faultsOnScreen)).toEqual([]);
  }));

test("AD-07 two servers that start together load the documents once", () =>
  onCommittedCopy("documents_twice", async (db) => {
    const answers = await Promise.all([1, 2].map(() => seedDocuments(testCtx(db))));
    expect(answers.filter((added) => added)).toHaveLength(1);
    expect(await db.$count(documentVersions)).toBe(documentKeys.length);
  }));
