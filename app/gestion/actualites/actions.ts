"use server";

import { changeNews } from "@/lib/content/news/change-news";
import { createNews } from "@/lib/content/news/create-news";
import { publishNews, scheduleNews } from "@/lib/content/news/publish-news";
import { changeNewsInput, createNewsInput, newsInput, publishNewsInput, scheduleNewsInput } from "@/lib/content/news/schemas";
import { withdrawNews } from "@/lib/content/news/withdraw-news";
import { paths } from "@/lib/core/paths";
import { action } from "@/lib/entry/action";

export const createNewsAction = action({
  name: "news.create",
  policy: "administrator",
  application: "gestion",
  schema: createNewsInput,
  verb: createNews,
  then: ({ newsId }) => ({ redirectTo: paths.manage.newsItem(newsId, { message: "cree" }) }),
});

export const changeNewsAction = action({
  name: "news.change",
  policy: "administrator",
  application: "gestion",
  schema: changeNewsInput,
  verb: changeNews,
  then: ({ newsId }) => ({ redirectTo: paths.manage.newsItem(newsId, { message: "enregistre" }) }),
});

export const publishNewsAction = action({
  name: "news.publish",
  policy: "administrator",
  application: "gestion",
  schema: publishNewsInput,
  verb: publishNews,
  then: ({ newsId }) => ({ redirectTo: paths.manage.newsItem(newsId, { message: "publie" }) }),
});

export const scheduleNewsAction = action({
  name: "news.schedule",
  policy: "administrator",
  application: "gestion",
  schema: scheduleNewsInput,
  verb: scheduleNews,
  then: ({ newsId }) => ({ redirectTo: paths.manage.newsItem(newsId, { message: "programme" }) }),
});

export const withdrawNewsAction = action({
  name: "news.withdraw",
  policy: "administrator",
  application: "gestion",
  schema: newsInput,
  verb: withdrawNews,
  then: ({ newsId }) => ({ redirectTo: paths.manage.newsItem(newsId, { message: "retire" }) }),
});
