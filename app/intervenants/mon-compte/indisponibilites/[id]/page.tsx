import { PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/core/paths";
import { page, titled } from "@/lib/entry/page";
import { readOwnUnavailability } from "@/lib/trainers/account/list-unavailabilities";
import { AccountCrumb } from "../../_components/account-crumb";
import { UnavailabilityForm } from "../../_components/unavailability-form";

export const metadata = titled("Modifier une indisponibilité");

/** Moves one of one's own periods (EI-52). */
export default page({ name: "trainers.unavailability", policy: "signed_in", application: "intervenants" }, async (ctx, { params }) => {
  const period = await readOwnUnavailability(ctx, params["id"] ?? "");
  return (
    <>
      <AccountCrumb parents={[{ label: "Mes indisponibilités", href: paths.trainers.unavailabilities() }]} current="Modifier" />
      <PageHeader title="Modifier une indisponibilité" />
      <UnavailabilityForm period={period} />
    </>
  );
});
