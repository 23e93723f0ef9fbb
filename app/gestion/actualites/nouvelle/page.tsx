import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/core/paths";
import { page, titled } from "@/lib/entry/page";
import { NewsForm } from "../_components/news-form";
import { createNewsAction } from "../actions";

export const metadata = titled("Écrire une actualité");

/** A new item, saved as a draft (AD-07). */
export default page({ name: "manage.new_news", policy: "administrator", application: "gestion" }, () =>
  Promise.resolve(
    <>
      <Breadcrumb parents={[{ label: "Actualités", href: paths.manage.news() }]} current="Écrire une actualité" />
      <PageHeader title="Écrire une actualité" lead="Elle reste un brouillon, que l’administration seule voit, jusqu’à sa publication." />
      <NewsForm action={createNewsAction} draft={{ title: "", summary: "", body: "" }} cancelHref={paths.manage.news()} />
    </>,
  ),
);
