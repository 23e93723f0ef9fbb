import { Alert } from "@/components/ui/alert";
import { PageHeader } from "@/components/ui/page-header";
import { openTo } from "@/lib/accounts/applications/policy";
import { page, text, titled } from "@/lib/entry/page";
import { ApplicationCards } from "./_components/application-cards";

export const metadata = titled("Mes applications");

/** Where one lands after signing in: says so, and where to go next (MC-15). */
export default page({ name: "account.launcher", policy: "signed_in" }, async (ctx, { searchParams }) => {
  if (ctx.actor.kind !== "account") return null;
  const open = openTo(ctx.actor);
  const refused = open.find(({ id }) => id === text(searchParams["refus"]));
  return (
    <>
      <PageHeader title={`Bonjour ${ctx.actor.firstName}`} lead="Vous êtes connecté. Choisissez l’application à ouvrir." />
      {refused !== undefined && (
        <div className="mb-8 max-w-3xl">
          <Alert tone="info" role="status" title={`Vous avez refusé de transmettre vos informations à ${refused.name}.`}>
            Sans elles, {refused.name} ne peut pas s’ouvrir. Rien ne lui a été transmis. Vous pouvez changer d’avis à tout moment :
            ouvrez-la à nouveau, la question vous sera posée.
          </Alert>
        </div>
      )}
      <ApplicationCards applications={open} />
    </>
  );
});
