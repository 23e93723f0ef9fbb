import { redirect } from "next/navigation";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/core/paths";
import { page, titled } from "@/lib/entry/page";
import { readAdChoices } from "@/lib/trainers/ads/ad-choices";
import { readManagedAd } from "@/lib/trainers/ads/manage-ads";
import { can } from "@/lib/trainers/ads/policy";
import { AdForm } from "../../_components/ad-form";
import { draftOf } from "../../_components/draft-of";
import { changeAdAction } from "../../actions";

export const metadata = titled("Modifier une annonce");

/** Changes an ad that is not closed (AD-05). */
export default page({ name: "manage.edit_ad", policy: "staff", application: "gestion" }, async (ctx, { params }) => {
  const ad = await readManagedAd(ctx, params["id"] ?? "");
  if (!can.change(ctx.actor, ad).allowed) redirect(paths.manage.ad(ad.id));
  const choices = await readAdChoices(ctx);
  return (
    <>
      <Breadcrumb
        parents={[
          { label: "Annonces", href: paths.manage.ads() },
          { label: ad.title, href: paths.manage.ad(ad.id) },
        ]}
        current="Modifier"
      />
      <PageHeader
        title="Modifier l’annonce"
        lead={
          ad.state === "published" ? "Les changements sont visibles de tous dès l’enregistrement. Aucun courriel n’est envoyé." : undefined
        }
      />
      <div className="max-w-2xl">
        <AdForm
          {...choices}
          action={changeAdAction}
          draft={draftOf(ad)}
          editing={{ adId: ad.id, version: ad.version }}
          cancelHref={paths.manage.ad(ad.id)}
        />
      </div>
    </>
  );
});
