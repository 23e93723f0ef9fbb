import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeader } from "@/components/ui/page-header";
import { readManagedNews } from "@/lib/content/news/manage-news";
import { writeNotation } from "@/lib/content/notation/rules";
import { paths } from "@/lib/core/paths";
import { page, titled } from "@/lib/entry/page";
import { NewsForm } from "../../_components/news-form";
import { changeNewsAction } from "../../actions";

export const metadata = titled("Modifier une actualité");

/** Changes an item, published or not (AD-07). */
export default page({ name: "manage.edit_news", policy: "administrator", application: "gestion" }, async (ctx, { params }) => {
  const { id, title, summary, body, version, state } = await readManagedNews(ctx, params["id"] ?? "");
  return (
    <>
      <Breadcrumb
        parents={[
          { label: "Actualités", href: paths.manage.news() },
          { label: title, href: paths.manage.newsItem(id) },
        ]}
        current="Modifier"
      />
      <PageHeader
        title="Modifier l’actualité"
        lead={
          state === "published"
            ? "Les changements sont visibles de tous dès l’enregistrement ; la date de publication ne change pas."
            : undefined
        }
      />
      <NewsForm
        action={changeNewsAction}
        draft={{ title, summary, body: writeNotation(body) }}
        editing={{ newsId: id, version }}
        cancelHref={paths.manage.newsItem(id)}
      />
    </>
  );
});
