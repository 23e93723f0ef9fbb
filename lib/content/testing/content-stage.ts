import { makeSignedIn } from "@/db/testing/factories/accounts";
import type { Ctx } from "@/lib/core/ctx";
import { createNews } from "../news/create-news";
import { publishNews } from "../news/publish-news";
import { createNewsInput } from "../news/schemas";

export const administratorOf = async (ctx: Ctx): Promise<Ctx> => ({
  ...ctx,
  actor: await makeSignedIn(ctx, { role: "administrator" }),
});

/** An item as it is typed. */
export const typedNews = (over: Record<string, unknown> = {}) =>
  createNewsInput.parse({
    title: "Mettre à jour vos pièces",
    summary: "Signalez tout changement de situation.",
    body: "Un **changement** ? Dites-le.\n\n- adresse\n- banque",
    ...over,
  });

export async function aPublishedItem(ctx: Ctx, over: Record<string, unknown> = {}): Promise<{ newsId: string }> {
  const { newsId } = await createNews(ctx, typedNews(over));
  return publishNews(ctx, { newsId, version: 1 });
}
