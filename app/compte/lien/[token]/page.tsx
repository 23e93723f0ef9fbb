import { CenteredPanel } from "@/components/shell/centered-panel";
import { HumanCheck } from "@/components/form/human-check";
import { SupportLine } from "@/components/ui/support-line";
import { readHumanCheck } from "@/lib/captcha/human-check";
import { readLinkByToken } from "@/lib/accounts/links/read-link";
import { linkFormPurpose } from "@/lib/accounts/links/require-sign";
import { linkState } from "@/lib/accounts/links/rules";
import { readPasswordRules } from "@/lib/accounts/passwords/read-password-rules";
import { page, titled } from "@/lib/entry/page";
import { readInstitution } from "@/lib/settings/institution";
import { DeadLink } from "./_components/dead-link";
import { linkPanels } from "./_components/link-panels";

export const metadata = { ...titled("Lien reçu par courriel"), robots: { index: false }, referrer: "same-origin" };

/** The page of every mailed link: shows what it does and its state; only its button acts (MC-06). */
export default page({ name: "account.link", policy: "visitor" }, async (ctx, { params }) => {
  const token = params["token"] ?? "";
  const link = await readLinkByToken(ctx, token);
  const state = linkState(link, ctx.now);
  const { supportPhone, supportHours } = await readInstitution(ctx);
  const after = <SupportLine phone={supportPhone} hours={supportHours} />;
  if (link === null || state !== "live") {
    return (
      <CenteredPanel title={state === "used" ? "Ce lien a déjà servi" : "Ce lien ne fonctionne plus"} after={after}>
        <DeadLink state={state} link={link} />
      </CenteredPanel>
    );
  }
  const { title, lead, body } = linkPanels[link.purpose];
  const rules = link.purpose === "reset_password" ? await readPasswordRules(ctx, link.subjectId) : [];
  return (
    <CenteredPanel title={title} lead={lead(link.address)} after={after}>
      {body({ token, link, rules, human: <HumanCheck {...readHumanCheck(linkFormPurpose, ctx.now)} /> })}
    </CenteredPanel>
  );
});
