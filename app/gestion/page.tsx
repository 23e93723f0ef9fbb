import { PageHeader } from "@/components/ui/page-header";
import { hasRole } from "@/lib/core/ctx";
import { page, titled } from "@/lib/entry/page";
import { AdministrationHome } from "./administration-home";
import { StaffHome } from "./staff-home";

export const metadata = titled("Tableau de bord");

/** What waits for this person, by role (AD-01). */
export default page({ name: "manage.home", policy: "staff", application: "gestion" }, async (ctx) => {
  if (ctx.actor.kind !== "account") return null;
  const administrates = hasRole(ctx.actor, "administrator");
  return (
    <>
      <PageHeader
        title="Tableau de bord"
        lead={
          administrates
            ? "Ce qui attend une décision, du plus ancien au plus récent."
            : `Bonjour ${ctx.actor.firstName}. Voici ce qui vous est confié.`
        }
      />
      {administrates ? <AdministrationHome ctx={ctx} /> : <StaffHome ctx={ctx} actor={ctx.actor} />}
    </>
  );
});
