import { AccountBreadcrumb } from "@/app/compte/_components/account-breadcrumb";
import { Section } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { shownPhone } from "@/lib/accounts/phone/rules";
import { mine } from "@/lib/accounts/identity/policy";
import { readIdentity } from "@/lib/accounts/identity/read-identity";
import { shortDay } from "@/lib/core/format";
import { page, titled } from "@/lib/entry/page";
import { fileRulesOf } from "@/lib/files/rules";
import { IdentityForm } from "./_components/identity-form";
import { PictureForm } from "./_components/picture-form";

export const metadata = titled("Identité et photo");

/** What a person says of themselves, and their picture (MC-30). */
export default page({ name: "account.identity", policy: "signed_in" }, async (ctx) => {
  const identity = await readIdentity(ctx, mine(ctx.actor));
  const { civility, firstName, lastName, birthName, bornOn, phone, version, pictureFileId } = identity;
  const shown = {
    civility,
    firstName,
    lastName,
    birthName: birthName ?? "",
    bornOn: bornOn === null ? "" : shortDay(bornOn),
    phone: phone === null ? "" : shownPhone(phone),
  };
  return (
    <>
      <AccountBreadcrumb current="Identité et photo" />
      <PageHeader
        title="Identité et photo"
        lead="Ces informations sont communes à toutes vos applications, dans la limite des autorisations que vous avez données."
      />
      <Section title="Identité">
        <IdentityForm shown={shown} version={version} />
      </Section>
      <Section id="photo" title="Photo" lead="Facultative. Elle est visible des personnes connectées, à côté de votre nom.">
        <PictureForm name={`${firstName} ${lastName}`} pictureFileId={pictureFileId} rules={fileRulesOf("account_picture")} />
      </Section>
    </>
  );
});
