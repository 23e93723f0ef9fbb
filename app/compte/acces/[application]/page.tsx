import { redirect } from "next/navigation";
import { applicationOf } from "@/lib/accounts/applications/applications.data";
import { nextGate } from "@/lib/accounts/applications/next-gate";
import { isApplicationId } from "@/lib/accounts/applications/vocabulary";
import { absent } from "@/lib/core/refusal";
import { safeReturn } from "@/lib/core/paths";
import { page, text, titled } from "@/lib/entry/page";
import { ConsentPanel, PasswordPanel, TermsPanel } from "./_components/gate-panels";

export const metadata = titled("Avant d’entrer");

/** The doors of an application, one at a time: consent, terms, password; then it opens (MC-13, MC-14, MC-03). */
export default page({ name: "account.enter", policy: "signed_in" }, async (ctx, { params, searchParams }) => {
  const id = params["application"];
  if (id === undefined || !isApplicationId(id)) throw absent();
  const retour = safeReturn(text(searchParams["retour"])) ?? applicationOf(id).path;
  const gate = await nextGate(ctx, id);
  if (gate === null) redirect(retour);
  if (gate.kind === "consent") return <ConsentPanel application={id} gate={gate} retour={retour} />;
  if (gate.kind === "terms") return <TermsPanel application={id} gate={gate} retour={retour} />;
  return <PasswordPanel application={id} retour={retour} />;
});
