import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/core/paths";
import { page, titled } from "@/lib/entry/page";
import { readAdChoices } from "@/lib/trainers/ads/ad-choices";
import { AdForm } from "../_components/ad-form";
import { newDraft } from "../_components/draft-of";
import { createAdAction } from "../actions";

export const metadata = titled("Écrire une annonce");

/** A new ad, saved as a draft (AD-05). */
export default page({ name: "manage.new_ad", policy: "staff", application: "gestion" }, async (ctx) => {
  if (ctx.actor.kind !== "account") return null;
  const choices = await readAdChoices(ctx);
  const draft = newDraft({
    structureId: choices.structures.length === 1 ? (choices.structures[0]?.id ?? "") : "",
    contactName: `${ctx.actor.firstName} ${ctx.actor.lastName}`,
    contactAddress: ctx.actor.address,
  });
  return (
    <>
      <Breadcrumb parents={[{ label: "Annonces", href: paths.manage.ads() }]} current="Écrire une annonce" />
      <PageHeader title="Écrire une annonce" lead="Elle reste un brouillon, que votre structure seule voit, jusqu’à sa publication." />
      <div className="max-w-2xl">
        <AdForm {...choices} action={createAdAction} draft={draft} cancelHref={paths.manage.ads()} />
      </div>
    </>
  );
});
