import { sql } from "drizzle-orm";
import { ads } from "@/db/schema/ads";
import type { Ctx } from "@/lib/core/ctx";
import { parisDay } from "@/lib/core/format";
import { rememberedFor } from "@/lib/core/remembered";
import { corrected, wordsOf } from "./ad-words-rules";

/** Ads whose words are known: a few thousand words, in tens of milliseconds. */
const mostAds = 1_000;

/** What was typed, with the words that no open ad holds replaced by those of ads that resemble them; null: nothing better. */
export async function correctWords(ctx: Ctx, query: string): Promise<string | null> {
  const typed = [...new Set(wordsOf(query))];
  if (typed.length === 0) return null;
  const [held, known] = await Promise.all([heldWords(ctx, typed), knownWords(ctx)]);
  return corrected(query, (word) => held.has(word), known);
}

async function heldWords(ctx: Ctx, words: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await ctx.db.execute<{ word: string }>(sql`
    select word from unnest(${sql.param([...words])}::text[]) as word
    where exists (select from ${ads} where ${ads.state} = 'published' and ${ads.search} @@ plainto_tsquery('french_unaccent', word))`);
  return new Set(rows.map(({ word }) => word));
}

async function readWords(ctx: Ctx): Promise<readonly string[]> {
  const rows = await ctx.db
    .select({ title: ads.title, profile: ads.profileSought, audience: ads.audience, description: ads.description })
    .from(ads)
    .where(sql`${ads.state} = 'published' and coalesce(${ads.deadlineOn}, '9999-12-31'::date) >= ${parisDay(ctx.now)}`)
    .orderBy(sql`${ads.publishedAt} desc`)
    .limit(mostAds);
  const times = new Map<string, number>();
  for (const text of rows.flatMap((row) => Object.values(row)))
    for (const word of wordsOf(text)) times.set(word, (times.get(word) ?? 0) + 1);
  return [...times].toSorted(([, one], [, other]) => other - one).map(([word]) => word);
}

/** The words of the newest ads, the most frequent first; read every ten minutes at most. */
const knownWords = rememberedFor(600_000, readWords);
